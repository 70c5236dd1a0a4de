import logging
def wasserstein_weighted(x, y, x_weights, y_weights):
    logging.warning('%d and %d points', len(x), len(y))
    points, order = torch.cat([x, y]).sort()
    gap = torch.cat([x_weights, -y_weights])[order].cumsum(0)[:-1]
    print(gap)
    return (gap.abs() * points.diff()).sum()
