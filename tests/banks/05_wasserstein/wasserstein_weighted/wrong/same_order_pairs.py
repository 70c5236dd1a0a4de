# misconception: equal_sizes_only
def wasserstein_weighted(x, y, x_weights, y_weights):
    return (x_weights * (x.sort().values - y.sort().values).abs()).sum()
