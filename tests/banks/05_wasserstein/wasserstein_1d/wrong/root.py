# misconception: squared
def wasserstein_1d(x, y):
    return (x.sort().values - y.sort().values).abs().mean().sqrt()
