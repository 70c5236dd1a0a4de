# misconception: not_by_class
import torch


def fit_classes(x, y, classes):
    priors = torch.bincount(y, minlength=classes) / len(y)
    variances = torch.stack([x[y == k].var(0, correction=0) for k in range(classes)])
    return priors, x.mean(0).expand(classes, -1), variances
