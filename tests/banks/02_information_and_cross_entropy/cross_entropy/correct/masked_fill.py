import math


def cross_entropy(p, q, base=2.0):
    terms = (p * q.log()).masked_fill(p == 0, 0.0)
    return -terms.sum() / math.log(base)
