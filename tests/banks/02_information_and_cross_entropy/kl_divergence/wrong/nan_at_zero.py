# misconception: nan_at_zero
import math
import torch


def kl_divergence(p, q, base=2.0):
    return (p * torch.log(p / q)).sum() / math.log(base)
