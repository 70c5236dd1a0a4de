# misconception: wrong_shares
import torch


def sample_joint(n, priors, means, factors):
    y = torch.distributions.Categorical(logits=priors).sample((n,))
    z = torch.randn(n, means.shape[1])
    return means[y] + torch.einsum("nij,nj->ni", factors[y], z), y
