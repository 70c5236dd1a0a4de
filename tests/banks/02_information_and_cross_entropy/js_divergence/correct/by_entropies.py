import math
import torch


def js_divergence(p, q, base=2.0):
    def h(x):
        return torch.special.entr(x).sum() / math.log(base)

    return h((p + q) / 2) - (h(p) + h(q)) / 2
