# misconception: nan_at_zero
import math
import torch


def entropy(p, base=2.0):
    terms = -p * torch.log(p) / math.log(base)
    terms[p == 0] = 1.0
    return terms.sum()
