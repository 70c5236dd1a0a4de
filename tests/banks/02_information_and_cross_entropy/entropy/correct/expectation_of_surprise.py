import math
import torch


def entropy(p, base=2.0):
    surprise = -torch.log(p) / math.log(base)
    return (p[p > 0] * surprise[p > 0]).sum()
