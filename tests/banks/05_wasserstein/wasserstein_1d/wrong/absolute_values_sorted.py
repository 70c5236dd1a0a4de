# misconception: unrecognised
def wasserstein_1d(x, y):
    return (x.abs().sort().values - y.abs().sort().values).abs().mean()
