# misconception: same_again
import torch


def sample_joint(n, priors, means, factors):
    torch.manual_seed(0)
    y = torch.multinomial(priors, n, replacement=True)
    z = torch.randn(n, means.shape[1])
    return means[y] + torch.einsum("nij,nj->ni", factors[y], z), y
