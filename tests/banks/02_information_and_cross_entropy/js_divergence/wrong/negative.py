# misconception: sign
import math
import torch


def js_divergence(p, q, base=2.0):
    m = (p + q) / 2
    return (torch.xlogy(p, m) - torch.xlogy(p, p) + torch.xlogy(q, m) - torch.xlogy(q, q)).sum() / 2 / math.log(base)
