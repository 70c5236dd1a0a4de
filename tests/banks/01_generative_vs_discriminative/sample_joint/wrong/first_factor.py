# misconception: one_factor
import torch


def sample_joint(n, priors, means, factors):
    y = torch.multinomial(priors, n, replacement=True)
    z = torch.randn(n, means.shape[1])
    return means[y] + z @ factors[0].T, y
