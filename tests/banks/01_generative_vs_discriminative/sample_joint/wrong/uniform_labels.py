# misconception: uniform_labels
import torch


def sample_joint(n, priors, means, factors):
    y = torch.randint(len(priors), (n,))
    z = torch.randn(n, means.shape[1])
    return means[y] + torch.einsum("nij,nj->ni", factors[y], z), y
