# misconception: no_logarithm
def information(p, base=2.0):
    return 1 / p
