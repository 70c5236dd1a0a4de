# misconception: squared
def wasserstein_1d(x, y):
    return torch.norm(x.sort().values - y.sort().values)
