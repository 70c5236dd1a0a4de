# misconception: underflow
import torch


def posterior(scores):
    e = torch.exp(scores)
    return e / (e.sum(dim=1, keepdim=True) + 1e-12)
