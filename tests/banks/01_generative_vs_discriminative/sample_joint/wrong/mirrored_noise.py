# misconception: shared_noise
import torch


def sample_joint(n, priors, means, factors):
    y = torch.multinomial(priors, n, replacement=True)
    z = torch.randn((n + 1) // 2, means.shape[1])
    z = torch.cat([z, -z])[:n]
    return means[y] + torch.einsum("nij,nj->ni", factors[y], z), y
