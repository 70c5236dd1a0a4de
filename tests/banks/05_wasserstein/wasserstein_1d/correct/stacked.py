def wasserstein_1d(x, y):
    both = torch.stack([x, y]).sort(dim=1).values
    return both.diff(dim=0).abs().mean()
