# misconception: wrong_base
import math
import torch


def cross_entropy(p, q, base=2.0):
    return -torch.xlogy(p, q).sum() / math.log(2)
