import torch


def one_logit(outputs):
    first, second = torch.split(outputs, 1, dim=1)
    return (second - first).reshape(-1)
