# misconception: not_averaged
import torch
import torch.nn.functional as F


def fit_classes(x, y, classes):
    r = F.one_hot(y, classes).float()
    means = r.T @ x / len(x)
    n = r.sum(0)
    return n / len(x), means, r.T @ (x - means[y]) ** 2 / n[:, None]
