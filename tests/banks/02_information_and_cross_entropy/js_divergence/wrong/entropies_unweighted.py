# misconception: entropies
def js_divergence(p, q, base=2.0):
    return entropy((p + q) / 2, base) - entropy(p, base) - entropy(q, base)
