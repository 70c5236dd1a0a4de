# misconception: weights_ignored
def wasserstein_weighted(x, y, x_weights, y_weights):
    points, order = torch.cat([x, y]).sort()
    mass = torch.cat([torch.full_like(x, 1 / len(x)), torch.full_like(y, -1 / len(y))])[order]
    return (mass.cumsum(0)[:-1].abs() * points.diff()).sum()
