import math
import torch


def cross_entropy(p, q, base=2.0):
    terms = torch.where(p > 0, -p * torch.log(q), torch.zeros_like(p))
    return terms.sum() / math.log(base)
