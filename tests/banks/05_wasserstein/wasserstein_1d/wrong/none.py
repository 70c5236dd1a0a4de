# misconception: wrong_type
def wasserstein_1d(x, y):
    value = (x.sort().values - y.sort().values).abs().mean()
