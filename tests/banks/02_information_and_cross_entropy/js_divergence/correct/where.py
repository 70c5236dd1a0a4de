import math
import torch


def js_divergence(p, q, base=2.0):
    m = (p + q) / 2
    left = torch.where(p > 0, p * torch.log(p / m), 0.0)
    right = torch.where(q > 0, q * torch.log(q / m), 0.0)
    return (left + right).sum() / (2 * math.log(base))
