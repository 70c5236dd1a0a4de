def kl_divergence(p, q, base=2.0):
    return cross_entropy(p, q, base) - entropy(p, base)
