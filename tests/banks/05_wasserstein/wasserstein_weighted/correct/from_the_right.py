def wasserstein_weighted(x, y, x_weights, y_weights):
    points, order = torch.cat([x, y]).sort(descending=True)
    mass = torch.cat([x_weights, -y_weights])[order].cumsum(0)
    return -(mass.abs()[:-1] * points.diff()).sum()
