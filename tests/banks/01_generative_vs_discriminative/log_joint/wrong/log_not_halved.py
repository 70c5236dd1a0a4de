# misconception: constants_missing
import math


def log_joint(x, priors, means, variances):
    return priors.log() - ((2 * math.pi * variances).log() + 0.5 * (x[:, None] - means) ** 2 / variances).sum(-1)
