import torch


def sample_joint(n, priors, means, factors):
    edges = priors.cumsum(0)
    y = torch.searchsorted(edges, torch.rand(n) * edges[-1]).clamp_max(len(priors) - 1)
    x = torch.empty(n, means.shape[1])
    z = torch.randn_like(x)
    for k in range(len(priors)):
        own = y == k
        x[own] = means[k] + z[own] @ factors[k].mT
    return x, y
