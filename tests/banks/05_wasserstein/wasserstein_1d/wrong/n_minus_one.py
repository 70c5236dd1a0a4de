# misconception: fixed_batch_size
def wasserstein_1d(x, y):
    n = len(x)
    return (x.sort().values - y.sort().values).abs().sum() / max(n - 1, 1)
