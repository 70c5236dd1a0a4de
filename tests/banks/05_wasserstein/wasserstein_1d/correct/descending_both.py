def wasserstein_1d(x, y):
    a, _ = torch.sort(x, descending=True)
    b, _ = torch.sort(y, descending=True)
    return torch.sum((a - b).abs()) / x.shape[0]
