# misconception: not_weighted
import math
import torch


def cross_entropy(p, q, base=2.0):
    return -(p[:, None] * torch.log(q)[None, :]).sum() / math.log(base)
