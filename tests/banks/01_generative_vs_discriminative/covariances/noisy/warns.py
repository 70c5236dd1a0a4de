import warnings

import torch


def covariances(x, y, means, shared):
    warnings.warn("covariance")
    own = [(x - means[k])[y == k] for k in range(len(means))]
    if shared:
        own = [torch.cat(own)] * len(means)
    return torch.stack([rows.T @ rows / len(rows) for rows in own])
