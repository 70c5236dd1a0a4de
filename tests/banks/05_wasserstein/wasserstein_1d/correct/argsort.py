def wasserstein_1d(x, y):
    a = x[torch.argsort(x)]
    b = y[torch.argsort(y)]
    return torch.mean(torch.abs(a - b))
