import math
import torch


def js_divergence(p, q, base=2.0):
    m = (p + q) / 2
    kl_p = (torch.xlogy(p, p) - torch.xlogy(p, m)).sum()
    kl_q = (torch.xlogy(q, q) - torch.xlogy(q, m)).sum()
    return (kl_p + kl_q) / 2 / math.log(base)
