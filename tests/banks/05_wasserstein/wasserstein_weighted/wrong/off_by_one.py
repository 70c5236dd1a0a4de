# misconception: shifted_gap
def wasserstein_weighted(x, y, x_weights, y_weights):
    points, order = torch.cat([x, y]).sort()
    gap = torch.cat([x_weights, -y_weights])[order].cumsum(0)
    return (gap[1:].abs() * points.diff()).sum()
