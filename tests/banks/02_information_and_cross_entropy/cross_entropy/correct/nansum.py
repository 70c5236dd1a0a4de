import math
import torch


def cross_entropy(p, q, base=2.0):
    return -torch.nansum(p * torch.log(q)) / math.log(base)
