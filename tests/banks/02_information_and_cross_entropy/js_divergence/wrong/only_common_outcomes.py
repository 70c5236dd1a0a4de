# misconception: nan_at_zero
import math
import torch


def js_divergence(p, q, base=2.0):
    there = (p > 0) & (q > 0)
    a, b = p[there], q[there]
    m = (a + b) / 2
    return ((a * torch.log(a / m)).sum() + (b * torch.log(b / m)).sum()) / 2 / math.log(base)
