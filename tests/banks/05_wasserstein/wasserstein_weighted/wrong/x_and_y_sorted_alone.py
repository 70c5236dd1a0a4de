# misconception: weights_left_behind
def wasserstein_weighted(x, y, x_weights, y_weights):
    x, y = x.sort().values, y.sort().values
    points, order = torch.cat([x, y]).sort()
    gap = torch.cat([x_weights, -y_weights])[order].cumsum(0)[:-1]
    return (gap.abs() * points.diff()).sum()
