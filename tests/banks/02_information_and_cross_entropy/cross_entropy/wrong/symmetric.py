# misconception: symmetric
import math
import torch


def cross_entropy(p, q, base=2.0):
    return -(torch.xlogy(p, q) + torch.xlogy(q, p)).sum() / 2 / math.log(base)
