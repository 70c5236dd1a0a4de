# misconception: no_logarithm
def entropy(p, base=2.0):
    return (p * (1 - p)).sum()
