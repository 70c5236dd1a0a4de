import math
import torch


def cross_entropy(p, q, base=2.0):
    keep = p.nonzero().flatten()
    return torch.dot(p[keep], -q[keep].log2()) / math.log2(base)
