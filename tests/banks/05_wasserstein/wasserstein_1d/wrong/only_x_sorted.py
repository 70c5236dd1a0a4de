# misconception: not_sorted
def wasserstein_1d(x, y):
    return (x.sort().values - y).abs().mean()
