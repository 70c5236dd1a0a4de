import torch


def posterior(scores):
    shifted = torch.exp(scores - scores.amax(dim=1, keepdim=True))
    return shifted / shifted.sum(dim=1, keepdim=True)
