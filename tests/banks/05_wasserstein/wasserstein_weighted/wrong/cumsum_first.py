# misconception: unrecognised
def wasserstein_weighted(x, y, x_weights, y_weights):
    points, order = torch.cat([x, y]).sort()
    gap = torch.cat([x_weights.cumsum(0), -y_weights.cumsum(0)])[order][:-1]
    return (gap.abs() * points.diff()).sum()
