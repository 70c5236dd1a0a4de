# misconception: nan_at_zero
import math
import torch


def cross_entropy(p, q, base=2.0):
    return -(p * torch.log(q)).sum() / math.log(base)
