# misconception: modifies_inputs
import math


def log_joint(x, priors, means, variances):
    scores = -0.5 * ((x[:, None] - means) ** 2 / variances + (2 * math.pi * variances).log()).sum(-1)
    return scores + priors.log_()
