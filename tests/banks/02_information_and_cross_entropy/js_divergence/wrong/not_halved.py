# misconception: not_halved
import math
import torch


def js_divergence(p, q, base=2.0):
    m = (p + q) / 2
    return (torch.xlogy(p, p) - torch.xlogy(p, m) + torch.xlogy(q, q) - torch.xlogy(q, m)).sum() / math.log(base)
