# misconception: mean_for_sum
import math
import torch


def cross_entropy(p, q, base=2.0):
    return -torch.xlogy(p, q).mean() / math.log(base)
