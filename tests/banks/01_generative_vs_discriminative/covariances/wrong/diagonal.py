# misconception: diagonal_only
import torch


def covariances(x, y, means, shared):
    d = x - means[y]
    if shared:
        return torch.diag((d**2).mean(0)).repeat(len(means), 1, 1)
    return torch.stack([torch.diag((d[y == k] ** 2).mean(0)) for k in range(len(means))])
