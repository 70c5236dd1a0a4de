# misconception: unrelated_labels
import torch


def sample_joint(n, priors, means, factors):
    k = torch.multinomial(priors, n, replacement=True)
    z = torch.randn(n, means.shape[1])
    x = means[k] + torch.einsum("nij,nj->ni", factors[k], z)
    return x, torch.multinomial(priors, n, replacement=True)
