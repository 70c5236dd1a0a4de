import torch


def em_step(x, y, scores):
    x = x.double()
    r = torch.exp(scores.double() - torch.logsumexp(scores.double(), 1, keepdim=True))
    known = torch.nonzero(y >= 0).flatten()
    r[known] = 0.0
    r[known, y[known]] = 1.0
    n = r.sum(0, keepdim=True).T
    means = r.T @ x / n
    return n.flatten() / len(x), means, r.T @ x**2 / n - means**2
