# misconception: nan_at_zero
import math
import torch


def js_divergence(p, q, base=2.0):
    m = (p + q) / 2
    return ((p * torch.log(p / m)).sum() + (q * torch.log(q / m)).sum()) / 2 / math.log(base)
