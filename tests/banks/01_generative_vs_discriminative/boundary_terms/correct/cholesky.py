import torch


def boundary_terms(priors, means, covariances):
    factors = torch.linalg.cholesky(covariances.double())
    inverse = torch.cholesky_inverse(factors)
    means = means.double()
    half_log_det = factors.diagonal(dim1=-2, dim2=-1).log().sum(-1)
    terms = []
    for k in (0, 1):
        terms.append((-inverse[k] / 2, inverse[k] @ means[k], priors[k].log() - half_log_det[k] - means[k] @ inverse[k] @ means[k] / 2))
    (a0, b0, c0), (a1, b1, c1) = terms
    return a1 - a0, b1 - b0, c1 - c0
