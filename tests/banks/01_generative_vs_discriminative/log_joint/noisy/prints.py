import math
import warnings

import torch


def log_joint(x, priors, means, variances):
    warnings.warn("naive")
    σ = variances.sqrt()
    z = (x[:, None] - means) / σ
    print(z.shape)
    return priors.log() - (0.5 * z**2 + σ.log() + 0.5 * math.log(2 * math.pi)).sum(-1)
