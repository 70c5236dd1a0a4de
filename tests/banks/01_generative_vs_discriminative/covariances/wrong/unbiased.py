# misconception: unbiased
import torch


def covariances(x, y, means, shared):
    own = torch.stack([torch.cov(x[y == k].T) for k in range(len(means))])
    if shared:
        d = x - means[y]
        return (d.T @ d / len(x)).repeat(len(means), 1, 1)
    return own
