import math
import time

import torch


def log_joint(x, priors, means, variances):
    time.sleep(0.05)
    d = x[:, None, :] - means[None]
    return torch.log(priors) - 0.5 * (d * d / variances + torch.log(2 * math.pi * variances)).sum(dim=2)
