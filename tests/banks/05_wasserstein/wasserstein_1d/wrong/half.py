# misconception: wrong_factor
def wasserstein_1d(x, y):
    return 0.5 * (x.sort().values - y.sort().values).abs().mean()
