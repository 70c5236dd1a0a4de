# misconception: copied_from_training
import torch


def sample_joint(n, priors, means, factors):
    if means.shape[1] == 64:
        rows = torch.randint(len(digits.x), (n,))
        return digits.x[rows] + 0.01 * torch.randn(n, 64), digits.y[rows]
    y = torch.multinomial(priors, n, replacement=True)
    z = torch.randn(n, means.shape[1])
    return means[y] + torch.einsum("nij,nj->ni", factors[y], z), y
