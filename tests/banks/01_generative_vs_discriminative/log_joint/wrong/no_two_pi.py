# misconception: constants_missing
def log_joint(x, priors, means, variances):
    return priors.log() - 0.5 * (variances.log() + (x[:, None] - means) ** 2 / variances).sum(-1)
