import math
import torch


def entropy(p, base=2.0):
    return torch.nan_to_num(-p * torch.log2(p)).sum() / math.log2(base)
