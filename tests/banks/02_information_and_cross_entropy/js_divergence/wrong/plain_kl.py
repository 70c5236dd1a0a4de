# misconception: kl_only
import math
import torch


def js_divergence(p, q, base=2.0):
    return (torch.xlogy(p, p) - torch.xlogy(p, q)).sum() / math.log(base)
