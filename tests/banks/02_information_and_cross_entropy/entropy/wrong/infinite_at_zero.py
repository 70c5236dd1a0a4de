# misconception: nan_at_zero
import math
import torch


def entropy(p, base=2.0):
    surprise = torch.where(p > 0, -torch.log(p), torch.full_like(p, float("inf")))
    return (p * surprise).sum() / math.log(base)
