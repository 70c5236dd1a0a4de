import torch


def sample_joint(n, priors, means, factors):
    y = torch.multinomial(priors, n, replacement=True).sort().values
    parts = []
    for k in range(len(priors)):
        z = torch.randn(int((y == k).sum()), means.shape[1])
        parts.append(means[k] + z @ factors[k].T)
    return torch.cat(parts), y
