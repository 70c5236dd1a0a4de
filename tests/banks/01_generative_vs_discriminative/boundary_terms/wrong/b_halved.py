# misconception: half_misplaced
import torch


def boundary_terms(priors, means, covariances):
    i = torch.linalg.inv(covariances)
    p = (i @ means[:, :, None])[:, :, 0]
    s = priors.log() - (means * p).sum(1) / 2 - covariances.logdet() / 2
    return (i[0] - i[1]) / 2, (p[1] - p[0]) / 2, s[1] - s[0]
