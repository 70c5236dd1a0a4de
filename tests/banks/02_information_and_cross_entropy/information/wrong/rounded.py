# misconception: unrecognised
import math
import torch


def information(p, base=2.0):
    return torch.round(-torch.log(p) / math.log(base))
