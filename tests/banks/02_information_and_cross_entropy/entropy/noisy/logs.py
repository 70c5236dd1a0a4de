import math
import torch


def entropy(p, base=2.0):
    import logging

    logging.getLogger("entropy").warning("p has %d outcomes", len(p))
    h = -torch.xlogy(p, p).sum() / math.log(base)
    print(f"H = {h:.3f}")
    return h
