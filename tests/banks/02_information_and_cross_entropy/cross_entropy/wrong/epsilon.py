# misconception: finite_where_impossible
import math
import torch


def cross_entropy(p, q, base=2.0):
    return -(p * torch.log(q + 1e-9)).sum() / math.log(base)
