import math
import torch


def information(p, base=2.0):
    return -torch.log2(p) / math.log2(base)
