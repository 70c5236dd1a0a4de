# misconception: wrong_type
import math
import torch


def cross_entropy(p, q, base=2.0):
    return float(-torch.xlogy(p, q).sum() / math.log(base))
