# misconception: detached
def wasserstein_1d(x, y):
    return (x.sort().values - y.detach().sort().values).abs().mean()
