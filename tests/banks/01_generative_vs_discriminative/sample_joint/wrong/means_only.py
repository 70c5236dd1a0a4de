# misconception: no_noise
import torch


def sample_joint(n, priors, means, factors):
    y = torch.multinomial(priors, n, replacement=True)
    return means[y], y
