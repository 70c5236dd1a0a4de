# misconception: finite_where_impossible
import math
import torch


def cross_entropy(p, q, base=2.0):
    return -(p * torch.log(q.clamp_min(1e-12))).sum() / math.log(base)
