import torch


def boundary_terms(priors, means, covariances):
    sign = torch.tensor([-1.0, 1.0])
    p = torch.linalg.inv(covariances)
    a = -0.5 * torch.einsum("k,kij->ij", sign, p)
    b = torch.einsum("k,kij,kj->i", sign, p, means)
    each = priors.log() - 0.5 * torch.log(torch.linalg.det(covariances))
    each = each - 0.5 * torch.einsum("ki,kij,kj->k", means, p, means)
    return a, b, sign @ each
