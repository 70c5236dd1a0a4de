# misconception: floored
import torch


def covariances(x, y, means, shared):
    d, floor = x - means[y], 0.01 * torch.eye(x.shape[1])
    if shared:
        return (d.T @ d / len(x) + floor).repeat(len(means), 1, 1)
    return torch.stack([d[y == k].T @ d[y == k] / (y == k).sum() + floor for k in range(len(means))])
