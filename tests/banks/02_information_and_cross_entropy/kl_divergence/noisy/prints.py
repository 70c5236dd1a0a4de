import math
import torch


def kl_divergence(p, q, base=2.0):
    kl = (torch.xlogy(p, p) - torch.xlogy(p, q)).sum() / math.log(base)
    print("KL(p‖q) =", kl.item())
    return kl
