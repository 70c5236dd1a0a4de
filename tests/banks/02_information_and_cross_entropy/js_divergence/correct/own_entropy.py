def js_divergence(p, q, base=2.0):
    return entropy((p + q) / 2, base) - 0.5 * entropy(p, base) - 0.5 * entropy(q, base)
