import math
import torch


def entropy(p, base=2.0):
    return -torch.nansum(p * p.log()) / math.log(base)
