# misconception: nearest_neighbour
def wasserstein_weighted(x, y, x_weights, y_weights):
    return (x_weights * (x[:, None] - y).abs().min(1).values).sum()
