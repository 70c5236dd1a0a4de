# misconception: binary
import math
import torch


def cross_entropy(p, q, base=2.0):
    return -(torch.xlogy(p, q) + torch.xlogy(1 - p, 1 - q)).sum() / math.log(base)
