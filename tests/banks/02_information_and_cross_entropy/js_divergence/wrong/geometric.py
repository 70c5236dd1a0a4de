# misconception: geometric_mixture
import math
import torch


def js_divergence(p, q, base=2.0):
    m = (p * q).sqrt()
    return (torch.xlogy(p, p / m) + torch.xlogy(q, q / m)).sum() / 2 / math.log(base)
