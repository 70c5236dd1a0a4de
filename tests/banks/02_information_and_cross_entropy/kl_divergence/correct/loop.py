import math
import torch


def kl_divergence(p, q, base=2.0):
    terms = [x * torch.log(x / y) for x, y in zip(p, q) if x > 0]
    return torch.stack(terms).sum() / math.log(base)
