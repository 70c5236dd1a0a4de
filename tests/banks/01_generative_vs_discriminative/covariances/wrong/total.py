# misconception: total_covariance
import torch


def covariances(x, y, means, shared):
    if shared:
        return torch.cov(x.T, correction=0).repeat(len(means), 1, 1)
    return torch.stack([torch.cov(x[y == k].T, correction=0) for k in range(len(means))])
