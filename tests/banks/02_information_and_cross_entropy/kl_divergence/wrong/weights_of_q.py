# misconception: swapped
import math
import torch


def kl_divergence(p, q, base=2.0):
    return (q * torch.log(p / q)).sum() / math.log(base)
