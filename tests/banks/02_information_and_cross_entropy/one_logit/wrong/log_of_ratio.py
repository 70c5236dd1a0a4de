# misconception: not_finite
import torch


def one_logit(outputs):
    return torch.log(outputs[:, 1] / outputs[:, 0])
