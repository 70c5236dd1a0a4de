import math

import torch


def log_joint(x, priors, means, variances):
    x, means, precision = x.double(), means.double(), 1 / variances.double()
    square = x**2 @ precision.T - 2 * x @ (means * precision).T + (means**2 * precision).sum(1)
    norm = torch.log(2 * math.pi * variances).sum(1)
    return (priors.log() - 0.5 * (square + norm)).float()
