# misconception: underflow
import torch


def posterior(scores):
    e = torch.exp(scores.clamp(-80, 80))
    return e / e.sum(dim=1, keepdim=True)
