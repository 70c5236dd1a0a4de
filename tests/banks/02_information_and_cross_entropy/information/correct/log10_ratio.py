import math
import torch


def information(p, base=2.0):
    return torch.log10(p) * (-1 / math.log10(base))
