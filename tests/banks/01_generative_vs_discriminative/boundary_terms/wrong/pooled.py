# misconception: always_straight
import torch


def boundary_terms(priors, means, covariances):
    pooled = (priors[:, None, None] * covariances).sum(0)
    i = torch.linalg.inv(pooled)
    b = i @ (means[1] - means[0])
    c = -0.5 * (means[0] + means[1]) @ b + torch.log(priors[1] / priors[0])
    return torch.zeros_like(i), b, c
