import math
import torch


def kl_divergence(p, q, base=2.0):
    return torch.where(p == 0, torch.zeros_like(p), p * (p.log2() - q.log2())).sum() / math.log2(base)
