# misconception: binary_sum
import math
import torch


def entropy(p, base=2.0):
    return -(torch.xlogy(p, p) + torch.xlogy(1 - p, 1 - p)).sum() / math.log(base)
