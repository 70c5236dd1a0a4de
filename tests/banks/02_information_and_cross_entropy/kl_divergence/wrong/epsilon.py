# misconception: finite_where_impossible
import math
import torch


def kl_divergence(p, q, base=2.0):
    return (p * torch.log((p + 1e-9) / (q + 1e-9))).sum() / math.log(base)
