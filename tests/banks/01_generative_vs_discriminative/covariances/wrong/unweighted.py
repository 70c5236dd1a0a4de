# misconception: unweighted_average
import torch


def covariances(x, y, means, shared):
    own = torch.stack([torch.cov(x[y == k].T, correction=0) for k in range(len(means))])
    return own.mean(0).repeat(len(means), 1, 1) if shared else own
