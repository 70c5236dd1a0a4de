import torch


def boundary_terms(priors, means, covariances):
    eye = torch.eye(means.shape[1])
    p0, p1 = (torch.linalg.solve(c, eye) for c in covariances)
    m0, m1 = means
    a = 0.5 * (p0 - p1)
    b = p1 @ m1 - p0 @ m0
    c = 0.5 * (m0 @ p0 @ m0 - m1 @ p1 @ m1) + 0.5 * (torch.logdet(covariances[0]) - torch.logdet(covariances[1]))
    return a, b, c + torch.log(priors[1] / priors[0])
