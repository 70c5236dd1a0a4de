# misconception: not_sorted
def wasserstein_1d(x, y):
    return (x - y.sort().values).abs().mean()
