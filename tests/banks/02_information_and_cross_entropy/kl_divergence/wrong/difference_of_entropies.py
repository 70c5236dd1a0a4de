# misconception: entropy_only
import math
import torch


def kl_divergence(p, q, base=2.0):
    return (torch.xlogy(p, p) - torch.xlogy(q, q)).sum() / math.log(base)
