import torch.nn.functional as F


def one_logit(outputs):
    logs = F.log_softmax(outputs, dim=1)
    return logs[:, 1] - logs[:, 0]
