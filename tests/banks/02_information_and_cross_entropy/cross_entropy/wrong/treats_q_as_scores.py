# misconception: no_logarithm
import math
import torch.nn.functional as F


def cross_entropy(p, q, base=2.0):
    return F.cross_entropy(q[None], p[None]) / math.log(base)
