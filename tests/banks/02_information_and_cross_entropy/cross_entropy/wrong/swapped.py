# misconception: swapped
import math
import torch


def cross_entropy(p, q, base=2.0):
    return -torch.xlogy(q, p).sum() / math.log(base)
