# misconception: sign
import math
import torch


def kl_divergence(p, q, base=2.0):
    return (torch.xlogy(p, q) - torch.xlogy(p, p)).sum() / math.log(base)
