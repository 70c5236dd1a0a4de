import torch


def sample_joint(n, priors, means, factors):
    y = torch.multinomial(priors, n, replacement=True)
    z = torch.rand(n, means.shape[1])
    return means[y] + torch.einsum("nij,nj->ni", factors[y], z), y
