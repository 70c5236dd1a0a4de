import math
import torch


def cross_entropy(p, q, base=2.0):
    total = -torch.xlogy(p, q).sum()
    for i in range(len(p)):
        print(i, float(p[i]), float(q[i]))
    return total / math.log(base)
