import torch


def posterior(scores):
    p = torch.sigmoid(scores[:, 1] - scores[:, 0])
    return torch.stack([1 - p, p], dim=1)
