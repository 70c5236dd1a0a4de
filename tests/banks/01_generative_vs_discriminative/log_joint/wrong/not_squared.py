# misconception: square_wrong
import math


def log_joint(x, priors, means, variances):
    return priors.log() - 0.5 * ((2 * math.pi * variances).log() + (x[:, None] - means) / variances).sum(-1)
