# misconception: entropy_only
import math
import torch


def cross_entropy(p, q, base=2.0):
    return -torch.xlogy(q, q).sum() / math.log(base)
