def wasserstein_1d(x, y):
    gap = torch.msort(x) - torch.msort(y)
    return (torch.relu(gap) + torch.relu(-gap)).mean()
