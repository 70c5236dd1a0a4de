# misconception: weights_left_behind
def wasserstein_weighted(x, y, x_weights, y_weights):
    points = torch.cat([x, y]).sort().values
    gap = torch.cat([x_weights, -y_weights]).cumsum(0)[:-1]
    return (gap.abs() * points.diff()).sum()
