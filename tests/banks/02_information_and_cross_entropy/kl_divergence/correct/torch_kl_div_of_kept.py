import math
import torch.nn.functional as F


def kl_divergence(p, q, base=2.0):
    there = p > 0
    return F.kl_div(q[there].log(), p[there], reduction="sum") / math.log(base)
