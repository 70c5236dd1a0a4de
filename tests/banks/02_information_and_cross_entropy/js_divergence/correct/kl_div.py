import math
import torch.nn.functional as F


def js_divergence(p, q, base=2.0):
    m = ((p + q) / 2).clamp_min(1e-30).log()
    both = F.kl_div(m, p, reduction="sum") + F.kl_div(m, q, reduction="sum")
    return both / 2 / math.log(base)
