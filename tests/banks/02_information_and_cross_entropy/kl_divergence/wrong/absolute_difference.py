# misconception: symmetric
def kl_divergence(p, q, base=2.0):
    return (p - q).abs().sum()
