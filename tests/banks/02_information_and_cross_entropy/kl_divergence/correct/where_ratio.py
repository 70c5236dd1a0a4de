import math
import torch


def kl_divergence(p, q, base=2.0):
    return torch.where(p > 0, p * torch.log(p / q), torch.zeros_like(p)).sum() / math.log(base)
