# misconception: no_mixture
import math
import torch


def js_divergence(p, q, base=2.0):
    return ((p - q) * torch.log(p / q)).sum() / 2 / math.log(base)
