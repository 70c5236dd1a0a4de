# misconception: worst_matching
def wasserstein_1d(x, y):
    return (x.sort().values - y.sort(descending=True).values).abs().mean()
