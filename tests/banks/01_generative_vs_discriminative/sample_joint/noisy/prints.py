import torch


def sample_joint(n, priors, means, factors):
    print("ziehe", n, "Paare")
    y = torch.multinomial(priors, n, replacement=True)
    ε = torch.randn(n, means.shape[1])
    return means[y] + torch.einsum("nij,nj->ni", factors[y], ε), y
