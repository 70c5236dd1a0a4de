# misconception: finite_where_impossible
import math
import torch


def cross_entropy(p, q, base=2.0):
    there = q > 0
    return -(p[there] * torch.log(q[there])).sum() / math.log(base)
