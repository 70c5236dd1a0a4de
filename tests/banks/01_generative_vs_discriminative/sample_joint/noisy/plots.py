import warnings

import matplotlib.pyplot as plt
import torch


def sample_joint(n, priors, means, factors):
    warnings.warn("sampling")
    y = torch.multinomial(priors, n, replacement=True)
    x = means[y] + (factors[y] * torch.randn(n, 1, means.shape[1])).sum(-1)
    if means.shape[1] >= 2:
        plt.scatter(x[:100, 0], x[:100, 1])
        plt.close()
    return x, y
