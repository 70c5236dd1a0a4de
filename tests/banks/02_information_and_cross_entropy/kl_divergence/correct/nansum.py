import math
import torch


def kl_divergence(p, q, base=2.0):
    return torch.nansum(p * torch.log(p / q)) / math.log(base)
