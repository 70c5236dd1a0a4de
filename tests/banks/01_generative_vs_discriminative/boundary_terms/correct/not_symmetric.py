import torch


def boundary_terms(priors, means, covariances):
    # x'Ax only sees the symmetric part, so an upper triangle with doubled corners is as good
    inverse = torch.linalg.inv(covariances)
    a = (inverse[0] - inverse[1]) / 2
    upper = torch.triu(a) + torch.triu(a, 1)
    b = means[1] @ inverse[1] - means[0] @ inverse[0]
    q = torch.stack([m @ i @ m for m, i in zip(means, inverse)])
    s = priors.log() - 0.5 * q - 0.5 * covariances.logdet()
    return upper, b, s.diff().reshape(1)
