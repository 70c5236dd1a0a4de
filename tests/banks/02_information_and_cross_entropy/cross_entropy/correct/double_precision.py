import math
import torch


def cross_entropy(p, q, base=2.0):
    return (-torch.xlogy(p.double(), q.double()).sum() / math.log(base)).float()
