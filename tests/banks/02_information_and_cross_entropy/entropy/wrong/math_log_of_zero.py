# misconception: nan_at_zero
import math
import torch


def entropy(p, base=2.0):
    return torch.tensor(-sum(float(x) * math.log(float(x), base) for x in p))
