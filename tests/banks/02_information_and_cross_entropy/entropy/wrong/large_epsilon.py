# misconception: unrecognised
import math
import torch


def entropy(p, base=2.0):
    return -(p * torch.log(p + 0.01)).sum() / math.log(base)
