# misconception: all_pairs
def wasserstein_1d(x, y):
    return (x[:, None] - y[None, :]).abs().mean()
