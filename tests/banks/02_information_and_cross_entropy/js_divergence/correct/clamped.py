import math


def js_divergence(p, q, base=2.0):
    a, b = p.clamp_min(1e-12), q.clamp_min(1e-12)
    m = (a + b) / 2
    return 0.5 * ((a * (a / m).log()).sum() + (b * (b / m).log()).sum()) / math.log(base)
