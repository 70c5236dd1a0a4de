# misconception: transposed_factor
import torch


def sample_joint(n, priors, means, factors):
    y = torch.multinomial(priors, n, replacement=True)
    z = torch.randn(n, 1, means.shape[1])
    return means[y] + (z @ factors[y]).squeeze(1), y
