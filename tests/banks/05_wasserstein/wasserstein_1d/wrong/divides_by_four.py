# misconception: fixed_batch_size
def wasserstein_1d(x, y):
    return (x.sort().values - y.sort().values).abs().sum() / 4
