import math
import torch


def entropy(p, base=2.0):
    return -(p @ torch.log(torch.where(p == 0, torch.ones_like(p), p))) / math.log(base)
