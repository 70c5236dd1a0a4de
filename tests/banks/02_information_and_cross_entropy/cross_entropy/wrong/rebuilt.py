# misconception: detached
import math
import torch


def cross_entropy(p, q, base=2.0):
    return torch.tensor(float(-torch.xlogy(p, q).sum()) / math.log(base))
