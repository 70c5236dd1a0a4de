# misconception: pooled_variance
import torch


def fit_classes(x, y, classes):
    priors = torch.bincount(y, minlength=classes) / len(y)
    means = torch.stack([x[y == k].mean(0) for k in range(classes)])
    each = torch.stack([x[y == k].var(0, correction=0) for k in range(classes)])
    return priors, means, each.mean(0).repeat(classes, 1)
