# misconception: total_covariance
import torch


def covariances(x, y, means, shared):
    d = x - means.mean(0)
    if shared:
        return (d.T @ d / len(x)).repeat(len(means), 1, 1)
    return torch.stack([torch.cov(x[y == k].T, correction=0) for k in range(len(means))])
