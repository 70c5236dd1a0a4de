import math
import torch


def information(p, base=2.0):
    return -torch.log1p(p - 1) / math.log(base)
