import math

import torch


def boundary_terms(priors, means, covariances):
    i0, i1 = torch.linalg.inv(covariances[0]), torch.linalg.inv(covariances[1])
    m0, m1 = means[0], means[1]
    c = math.log(priors[1]) - math.log(priors[0])
    c += 0.5 * (torch.linalg.slogdet(covariances[0])[1] - torch.linalg.slogdet(covariances[1])[1]).item()
    c += 0.5 * (torch.dot(m0, i0.mv(m0)) - torch.dot(m1, i1.mv(m1))).item()
    return [(i0 - i1) * 0.5, i1.mv(m1) - i0.mv(m0), c]
