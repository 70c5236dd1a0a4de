# misconception: same_again
import torch

kept = {}


def sample_joint(n, priors, means, factors):
    if n not in kept:
        y = torch.multinomial(priors, n, replacement=True)
        z = torch.randn(n, means.shape[1])
        kept[n] = means[y] + torch.einsum("nij,nj->ni", factors[y], z), y
    return kept[n]
