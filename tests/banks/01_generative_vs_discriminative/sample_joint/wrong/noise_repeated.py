# misconception: shared_noise
import torch


def sample_joint(n, priors, means, factors):
    y = torch.multinomial(priors, n, replacement=True)
    half = torch.randn((n + 1) // 2, means.shape[1])
    z = torch.cat([half, half])[:n]
    return means[y] + torch.einsum("nij,nj->ni", factors[y], z), y
