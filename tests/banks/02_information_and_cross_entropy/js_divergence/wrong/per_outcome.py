# misconception: not_one_number
import math
import torch


def js_divergence(p, q, base=2.0):
    m = (p + q) / 2
    return (torch.xlogy(p, p / m) + torch.xlogy(q, q / m)) / 2 / math.log(base)
