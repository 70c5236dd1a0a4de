import torch
import torch.nn.functional as F


def fit_classes(x, y, classes):
    r = F.one_hot(y, classes).to(x.dtype)
    n = r.sum(0)
    means = r.T @ x / n[:, None]
    variances = r.T @ (x - means[y]) ** 2 / n[:, None]
    return n / len(x), means, variances
