# misconception: diagonal_only
import torch


def covariances(x, y, means, shared):
    d = x - means[y]
    if shared:
        return torch.corrcoef(d.T).repeat(len(means), 1, 1)
    return torch.stack([torch.corrcoef(x[y == k].T) for k in range(len(means))])
