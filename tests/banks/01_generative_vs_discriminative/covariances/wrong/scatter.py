# misconception: not_divided
import torch


def covariances(x, y, means, shared):
    d = x - means[y]
    if shared:
        return (d.T @ d).repeat(len(means), 1, 1)
    return torch.stack([d[y == k].T @ d[y == k] for k in range(len(means))])
