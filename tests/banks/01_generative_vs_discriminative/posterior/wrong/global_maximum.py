# misconception: underflow
import torch


def posterior(scores):
    e = torch.exp(scores - scores.max())
    return e / e.sum(dim=1, keepdim=True)
