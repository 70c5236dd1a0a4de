import math
import torch


def entropy(p, base=2.0):
    q = p[p > 0]
    return -(q * torch.log(q)).sum() / math.log(base)
