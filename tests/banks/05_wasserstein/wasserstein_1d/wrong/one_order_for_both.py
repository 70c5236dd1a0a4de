# misconception: not_sorted
def wasserstein_1d(x, y):
    order = x.argsort()
    return (x[order] - y[order]).abs().mean()
