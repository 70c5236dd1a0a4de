import math


def log_joint(x, priors, means, variances):
    columns = []
    for p, m, v in zip(priors, means, variances):
        columns.append(p.log() - x.shape[1] / 2 * math.log(2 * math.pi) - v.log().sum() / 2 - ((x - m) ** 2 / v).sum(1) / 2)
    import torch

    return torch.stack(columns, dim=1)
