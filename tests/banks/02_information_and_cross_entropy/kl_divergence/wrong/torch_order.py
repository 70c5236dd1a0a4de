# misconception: swapped
import math
import torch.nn.functional as F


def kl_divergence(p, q, base=2.0):
    return F.kl_div(p.log(), q, reduction="sum") / math.log(base)
