import math
import torch


def js_divergence(p, q, base=2.0):
    m = (p + q) / 2
    both = torch.stack([p * (p / m).log(), q * (q / m).log()])
    return torch.nansum(both) / 2 / math.log(base)
