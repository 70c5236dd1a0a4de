# misconception: nan_at_zero
import math
import torch


def entropy(p, base=2.0):
    return -(p * torch.log(p)).sum() / math.log(base)
