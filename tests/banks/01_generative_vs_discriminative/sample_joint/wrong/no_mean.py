# misconception: wrong_mean
import torch


def sample_joint(n, priors, means, factors):
    y = torch.multinomial(priors, n, replacement=True)
    z = torch.randn(n, means.shape[1])
    return torch.einsum("nij,nj->ni", factors[y], z), y
