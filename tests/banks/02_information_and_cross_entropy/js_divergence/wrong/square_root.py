# misconception: square_root
import math
import torch


def js_divergence(p, q, base=2.0):
    m = (p + q) / 2
    js = (torch.xlogy(p, p) - torch.xlogy(p, m) + torch.xlogy(q, q) - torch.xlogy(q, m)).sum() / 2 / math.log(base)
    return js.clamp_min(0).sqrt()
