# misconception: not_weighted
import math
import torch


def cross_entropy(p, q, base=2.0):
    return -torch.log(q).mean() / math.log(base)
