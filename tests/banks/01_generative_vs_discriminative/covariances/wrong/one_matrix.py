# misconception: one_matrix
import torch


def covariances(x, y, means, shared):
    d = x - means[y]
    if shared:
        return d.T @ d / len(x)
    return torch.stack([d[y == k].T @ d[y == k] / (y == k).sum() for k in range(len(means))])
