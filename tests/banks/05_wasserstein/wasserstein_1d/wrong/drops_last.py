# misconception: not_finite
def wasserstein_1d(x, y):
    a, b = x.sort().values, y.sort().values
    return (a[:-1] - b[:-1]).abs().mean()
