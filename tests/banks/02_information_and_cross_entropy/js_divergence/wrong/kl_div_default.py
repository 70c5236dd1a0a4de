# misconception: mean_for_sum
import math
import torch.nn.functional as F


def js_divergence(p, q, base=2.0):
    m = ((p + q) / 2).log()
    return (F.kl_div(m, p) + F.kl_div(m, q)) / 2 / math.log(base)
