# misconception: all_pairs
def wasserstein_weighted(x, y, x_weights, y_weights):
    return (x_weights[:, None] * y_weights * (x[:, None] - y).abs()).sum()
