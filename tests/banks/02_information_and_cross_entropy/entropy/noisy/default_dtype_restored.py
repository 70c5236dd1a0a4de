import math
import torch


def entropy(p, base=2.0):
    torch.set_default_dtype(torch.float64)
    try:
        return -torch.xlogy(p.double(), p.double()).sum() / math.log(base)
    finally:
        torch.set_default_dtype(torch.float32)
