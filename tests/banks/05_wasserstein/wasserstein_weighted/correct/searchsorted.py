def wasserstein_weighted(x, y, x_weights, y_weights):
    sx, i = x.sort()
    sy, j = y.sort()
    zero = torch.zeros(1)
    fx = torch.cat([zero, x_weights[i].cumsum(0)])
    fy = torch.cat([zero, y_weights[j].cumsum(0)])
    t = torch.cat([x, y]).sort().values
    f = fx[torch.searchsorted(sx, t[:-1], right=True)]
    g = fy[torch.searchsorted(sy, t[:-1], right=True)]
    return torch.sum(torch.abs(f - g) * torch.diff(t))
