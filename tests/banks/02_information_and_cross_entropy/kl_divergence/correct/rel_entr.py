import math
import torch


def kl_divergence(p, q, base=2.0):
    ratio = torch.where(p > 0, p / q, torch.ones_like(p))
    return (p * ratio.log()).sum() / math.log(base)
