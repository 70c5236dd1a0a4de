# misconception: binary
import math
import torch.nn.functional as F


def cross_entropy(p, q, base=2.0):
    return F.binary_cross_entropy(q, p) / math.log(base)
