# misconception: symmetric
import math
import torch


def kl_divergence(p, q, base=2.0):
    m = (p + q) / 2
    js = (torch.xlogy(p, p) - torch.xlogy(p, m) + torch.xlogy(q, q) - torch.xlogy(q, m)).sum() / 2
    return js / math.log(base)
