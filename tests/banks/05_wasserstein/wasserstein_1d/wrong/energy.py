# misconception: all_pairs
def wasserstein_1d(x, y):
    d = lambda a, b: (a[:, None] - b).abs().mean()
    return 2 * d(x, y) - d(x, x) - d(y, y)
