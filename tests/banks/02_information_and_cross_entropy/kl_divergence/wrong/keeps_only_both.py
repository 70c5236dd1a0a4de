# misconception: finite_where_impossible
import math
import torch


def kl_divergence(p, q, base=2.0):
    there = (p > 0) & (q > 0)
    return (p[there] * torch.log(p[there] / q[there])).sum() / math.log(base)
