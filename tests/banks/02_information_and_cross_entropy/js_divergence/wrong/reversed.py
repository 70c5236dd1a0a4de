# misconception: reversed
import math
import torch


def js_divergence(p, q, base=2.0):
    m = (p + q) / 2
    return (2 * torch.xlogy(m, m) - torch.xlogy(m, p) - torch.xlogy(m, q)).sum() / 2 / math.log(base)
