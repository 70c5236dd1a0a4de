# misconception: no_logarithm
def cross_entropy(p, q, base=2.0):
    return -(p * q).sum()
