import math
import torch


def entropy(p, base=2.0):
    return torch.where(p > 0, -p * torch.log(p.clamp_min(1e-30)), 0.0).sum() / math.log(base)
