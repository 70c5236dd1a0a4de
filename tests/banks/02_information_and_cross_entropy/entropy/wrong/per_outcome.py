# misconception: not_one_number
import math
import torch


def entropy(p, base=2.0):
    return -torch.xlogy(p, p) / math.log(base)
