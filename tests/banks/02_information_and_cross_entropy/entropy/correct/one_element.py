import math
import torch


def entropy(p, base=2.0):
    return (-torch.xlogy(p, p).sum(0, keepdim=True)) / math.log(base)
