import math
import torch


def cross_entropy(p, q, base=2.0):
    kl = (torch.xlogy(p, p) - torch.xlogy(p, q)).sum()
    return (kl - torch.xlogy(p, p).sum()) / math.log(base)
