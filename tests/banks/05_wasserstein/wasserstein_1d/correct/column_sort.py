def wasserstein_1d(x, y):
    a = x.reshape(-1, 1).sort(dim=0).values
    b = y.reshape(-1, 1).sort(dim=0).values
    return (a - b).abs().mean()
