# misconception: diagonal_only
import torch


def boundary_terms(priors, means, covariances):
    v = covariances.diagonal(dim1=1, dim2=2)
    p = means / v
    s = priors.log() - (means * p).sum(1) / 2 - v.log().sum(1) / 2
    return torch.diag(1 / v[0] - 1 / v[1]) / 2, p[1] - p[0], s[1] - s[0]
