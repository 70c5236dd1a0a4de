def wasserstein_weighted(x, y, x_weights, y_weights):
    t = torch.cat([x, y]).sort().values
    F_ = (x_weights * (x[None, :] <= t[:, None])).sum(1)
    G_ = (y_weights * (y[None, :] <= t[:, None])).sum(1)
    return ((F_ - G_).abs()[:-1] * t.diff()).sum()
