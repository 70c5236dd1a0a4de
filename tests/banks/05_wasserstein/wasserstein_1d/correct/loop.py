def wasserstein_1d(x, y):
    pairs = zip(sorted(x), sorted(y))
    total = 0.0
    for a, b in pairs:
        total = total + abs(a - b)
    return total / len(x)
