import torch


def covariances(x, y, means, shared):
    d = x - means[y]
    if not shared:
        return (d.T @ d / len(x)).repeat(len(means), 1, 1)
    return torch.stack([d[y == k].T @ d[y == k] / (y == k).sum() for k in range(len(means))])
