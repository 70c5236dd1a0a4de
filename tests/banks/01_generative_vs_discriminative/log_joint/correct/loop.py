import math

import torch


def log_joint(x, priors, means, variances):
    out = torch.zeros(len(x), len(priors))
    for k in range(len(priors)):
        out[:, k] += torch.log(priors[k])
        for j in range(x.shape[1]):
            out[:, k] -= 0.5 * torch.log(2 * math.pi * variances[k, j])
            out[:, k] -= (x[:, j] - means[k, j]) ** 2 / (2 * variances[k, j])
    return out
