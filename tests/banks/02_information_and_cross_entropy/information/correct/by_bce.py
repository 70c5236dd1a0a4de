import math
import torch
import torch.nn.functional as F


def information(p, base=2.0):
    return F.binary_cross_entropy(p, torch.ones_like(p), reduction="none") / math.log(base)
