# misconception: unrecognised
import math
import torch


def kl_divergence(p, q, base=2.0):
    return (torch.xlogy(q, q) - torch.xlogy(p, q)).sum() / math.log(base)
