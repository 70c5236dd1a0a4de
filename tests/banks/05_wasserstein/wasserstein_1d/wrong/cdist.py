# misconception: all_pairs
def wasserstein_1d(x, y):
    return torch.cdist(x[:, None], y[:, None], p=1).mean()
