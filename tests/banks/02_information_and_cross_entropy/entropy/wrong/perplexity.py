# misconception: perplexity
import torch


def entropy(p, base=2.0):
    return torch.exp(-torch.xlogy(p, p).sum())
