# misconception: one_set_of_weights
def wasserstein_weighted(x, y, x_weights, y_weights):
    points, order = torch.cat([x, y]).sort()
    mass = torch.cat([x_weights, torch.full_like(y, -1 / len(y))])[order]
    return (mass.cumsum(0)[:-1].abs() * points.diff()).sum()
