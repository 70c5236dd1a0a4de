# misconception: difference_of_means
def wasserstein_1d(x, y):
    return (x.sort().values - y.sort().values).mean().abs()
