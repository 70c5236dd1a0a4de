# misconception: wrong_type
import math
import torch


def entropy(p, base=2.0):
    h = -torch.xlogy(p, p).sum() / math.log(base)
    print(h)
    return None
