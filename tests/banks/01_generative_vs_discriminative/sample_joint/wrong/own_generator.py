# misconception: same_again
import torch


def sample_joint(n, priors, means, factors):
    g = torch.Generator().manual_seed(1)
    y = torch.multinomial(priors, n, replacement=True, generator=g)
    z = torch.randn(n, means.shape[1], generator=g)
    return means[y] + torch.einsum("nij,nj->ni", factors[y], z), y
