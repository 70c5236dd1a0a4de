import math
import torch


def cross_entropy(p, q, base=2.0):
    total = 0.0
    for share, believed in zip(p, q):
        if share > 0:
            total = total - share * torch.log(believed)
    return total / math.log(base)
