# misconception: difference_of_means
def wasserstein_1d(x, y):
    return (x.mean() - y.mean()).abs()
