# misconception: variance_mistaken
import math


def log_joint(x, priors, means, variances):
    square = (x[:, None] - means) ** 2 / variances.sqrt()
    return priors.log() - 0.5 * ((2 * math.pi * variances).log() + square).sum(-1)
