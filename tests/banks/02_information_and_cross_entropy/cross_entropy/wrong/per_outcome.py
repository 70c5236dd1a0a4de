# misconception: not_one_number
import math
import torch


def cross_entropy(p, q, base=2.0):
    return -torch.xlogy(p, q) / math.log(base)
