# misconception: no_logarithm
import math
import torch.nn.functional as F


def kl_divergence(p, q, base=2.0):
    return F.kl_div(q, p, reduction="sum") / math.log(base)
