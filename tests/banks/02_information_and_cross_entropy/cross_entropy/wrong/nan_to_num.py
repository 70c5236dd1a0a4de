# misconception: finite_where_impossible
import math
import torch


def cross_entropy(p, q, base=2.0):
    return -torch.nan_to_num(p * torch.log(q)).sum() / math.log(base)
