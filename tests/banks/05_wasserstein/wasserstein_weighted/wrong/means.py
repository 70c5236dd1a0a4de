# misconception: size_forgotten
def wasserstein_weighted(x, y, x_weights, y_weights):
    return ((x * x_weights).sum() - (y * y_weights).sum()).abs()
