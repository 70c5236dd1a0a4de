# misconception: never_shared
import torch


def covariances(x, y, means, shared):
    d = x - means[y]
    return torch.stack([d[y == k].T @ d[y == k] / (y == k).sum() for k in range(len(means))])
