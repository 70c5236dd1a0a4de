# misconception: weighted
import math
import torch


def information(p, base=2.0):
    return -p * torch.log(p) / math.log(base)
