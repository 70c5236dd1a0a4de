# misconception: not_weighted
import math
import torch


def kl_divergence(p, q, base=2.0):
    return torch.log(p / q).mean() / math.log(base)
