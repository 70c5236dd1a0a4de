# misconception: complement
import math
import torch


def information(p, base=2.0):
    return -torch.log(1 - p) / math.log(base)
