# misconception: mean_for_sum
import math
import torch


def entropy(p, base=2.0):
    return -torch.xlogy(p, p).mean() / math.log(base)
