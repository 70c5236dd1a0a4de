import torch


def sample_joint(n, priors, means, factors):
    classes, d = means.shape
    y = torch.distributions.Categorical(priors).sample([n])
    every = means + torch.einsum("kij,nkj->nki", factors, torch.randn(n, classes, d))
    return every[torch.arange(n), y], y
