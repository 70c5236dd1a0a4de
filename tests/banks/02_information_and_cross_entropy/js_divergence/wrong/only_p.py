# misconception: one_sided
import math
import torch


def js_divergence(p, q, base=2.0):
    m = (p + q) / 2
    return (torch.xlogy(p, p) - torch.xlogy(p, m)).sum() / math.log(base)
