# misconception: masses_added
def wasserstein_weighted(x, y, x_weights, y_weights):
    points, order = torch.cat([x, y]).sort()
    mass = torch.cat([x_weights, y_weights])[order].cumsum(0)[:-1]
    return (mass.abs() * points.diff()).sum()
