# misconception: uncentred
import torch


def covariances(x, y, means, shared):
    if shared:
        return (x.T @ x / len(x)).repeat(len(means), 1, 1)
    return torch.stack([x[y == k].T @ x[y == k] / (y == k).sum() for k in range(len(means))])
