# misconception: pooled_variance
import torch


def covariances(x, y, means, shared):
    d = x - means[y]
    return (d.T @ d / len(x)).repeat(len(means), 1, 1)
