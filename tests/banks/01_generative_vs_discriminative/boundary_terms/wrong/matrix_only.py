# misconception: wrong_type
import torch


def boundary_terms(priors, means, covariances):
    i = torch.linalg.inv(covariances)
    return (i[0] - i[1]) / 2
