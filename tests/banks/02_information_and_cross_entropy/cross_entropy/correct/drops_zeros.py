import math
import torch


def cross_entropy(p, q, base=2.0):
    there = p > 0
    return -(p[there] * torch.log(q[there])).sum() / math.log(base)
