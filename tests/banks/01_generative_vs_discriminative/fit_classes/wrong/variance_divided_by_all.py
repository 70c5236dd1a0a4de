# misconception: not_averaged
import torch
import torch.nn.functional as F


def fit_classes(x, y, classes):
    r = F.one_hot(y, classes).float()
    n = r.sum(0)
    means = r.T @ x / n[:, None]
    return n / len(x), means, r.T @ (x - means[y]) ** 2 / len(x)
