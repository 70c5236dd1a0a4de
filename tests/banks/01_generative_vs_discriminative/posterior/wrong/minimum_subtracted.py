# misconception: underflow
import torch


def posterior(scores):
    e = torch.exp(scores - scores.amin(1, keepdim=True))
    return e / e.sum(dim=1, keepdim=True)
