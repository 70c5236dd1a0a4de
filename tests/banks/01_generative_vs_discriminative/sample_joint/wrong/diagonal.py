# misconception: diagonal_only
import torch


def sample_joint(n, priors, means, factors):
    y = torch.multinomial(priors, n, replacement=True)
    z = torch.randn(n, means.shape[1])
    return means[y] + factors.diagonal(dim1=1, dim2=2)[y] * z, y
