# misconception: underflow
import math

import torch


def log_joint(x, priors, means, variances):
    density = torch.exp(-((x[:, None] - means) ** 2) / (2 * variances)) / torch.sqrt(2 * math.pi * variances)
    return priors.log() + torch.log(density + 1e-30).sum(-1)
