import math
import torch


def information(p, base=2.0):
    import warnings

    warnings.warn("logarithms ahead", stacklevel=1)
    print("surprise of", p.shape)
    return -torch.log(p) / math.log(base)
