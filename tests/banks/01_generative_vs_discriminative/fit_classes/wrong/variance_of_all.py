# misconception: not_by_class
import torch


def fit_classes(x, y, classes):
    priors = torch.bincount(y, minlength=classes) / len(y)
    means = torch.stack([x[y == k].mean(0) for k in range(classes)])
    return priors, means, x.var(0, correction=0).expand(classes, -1)
