import math
import torch


def entropy(p, base=2.0):
    return torch.special.entr(p).sum() / math.log(base)
