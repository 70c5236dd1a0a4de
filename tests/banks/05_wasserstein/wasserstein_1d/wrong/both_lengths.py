# misconception: wrong_factor
def wasserstein_1d(x, y):
    return (x.sort().values - y.sort().values).abs().sum() / (len(x) + len(y))
