import math
import torch


def entropy(p, base=2.0):
    return -(p * torch.log(p + 1e-12)).sum() / math.log(base)
