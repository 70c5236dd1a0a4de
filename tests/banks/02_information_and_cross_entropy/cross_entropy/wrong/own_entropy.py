# misconception: entropy_only
import math
import torch


def cross_entropy(p, q, base=2.0):
    return -torch.xlogy(p, p).sum() / math.log(base)
