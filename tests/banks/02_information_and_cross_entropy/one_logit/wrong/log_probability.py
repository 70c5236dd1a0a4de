# misconception: log_probability
import torch.nn.functional as F


def one_logit(outputs):
    return F.log_softmax(outputs, dim=1)[:, 1]
