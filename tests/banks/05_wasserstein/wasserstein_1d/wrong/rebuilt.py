# misconception: detached
def wasserstein_1d(x, y):
    value = (x.sort().values - y.sort().values).abs().mean()
    return torch.tensor(value.item())
