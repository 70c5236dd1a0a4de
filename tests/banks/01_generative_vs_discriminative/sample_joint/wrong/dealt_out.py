# misconception: fixed_counts
import torch


def sample_joint(n, priors, means, factors):
    edges = (priors.cumsum(0) * n).round().long()
    edges[-1] = n
    y = torch.searchsorted(edges, torch.arange(n), right=True)
    y = y[torch.randperm(n)]
    z = torch.randn(n, means.shape[1])
    return means[y] + torch.einsum("nij,nj->ni", factors[y], z), y
