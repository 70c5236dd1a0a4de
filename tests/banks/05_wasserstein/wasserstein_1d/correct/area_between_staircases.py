def wasserstein_1d(x, y):
    points, order = torch.cat([x, y]).sort()
    mass = torch.cat([torch.ones_like(x), -torch.ones_like(y)]) / len(x)
    gap = mass[order].cumsum(0)[:-1]
    return (gap.abs() * points.diff()).sum()
