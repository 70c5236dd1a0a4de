# misconception: shared_noise
import torch


def sample_joint(n, priors, means, factors):
    y = torch.multinomial(priors, n, replacement=True)
    z = torch.randn(means.shape[1])
    return means[y] + factors[y] @ z, y
