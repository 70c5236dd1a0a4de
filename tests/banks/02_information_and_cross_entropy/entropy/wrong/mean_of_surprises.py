# misconception: not_weighted
import math
import torch


def entropy(p, base=2.0):
    return -torch.log(p).mean() / math.log(base)
