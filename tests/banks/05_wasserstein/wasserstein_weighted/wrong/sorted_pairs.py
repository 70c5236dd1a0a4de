# misconception: equal_sizes_only
def wasserstein_weighted(x, y, x_weights, y_weights):
    a, i = x.sort()
    b, j = y.sort()
    return (x_weights[i] * a - y_weights[j] * b).abs().sum()
