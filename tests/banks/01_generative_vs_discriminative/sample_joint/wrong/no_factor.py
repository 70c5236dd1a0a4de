# misconception: one_factor
import torch


def sample_joint(n, priors, means, factors):
    y = torch.multinomial(priors, n, replacement=True)
    return means[y] + torch.randn(n, means.shape[1]), y
