import math
import torch


def js_divergence(p, q, base=2.0):
    d = p / (p + q).clamp_min(1e-30)
    v = torch.xlogy(p, d).sum() + torch.xlogy(q, 1 - d).sum()
    return (v + math.log(4)) / 2 / math.log(base)
