def wasserstein_1d(x, y):
    a, b = x.double().sort().values, y.double().sort().values
    return (a - b).abs().mean()
