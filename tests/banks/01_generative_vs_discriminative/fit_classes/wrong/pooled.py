# misconception: pooled_variance
import torch


def fit_classes(x, y, classes):
    priors = torch.bincount(y, minlength=classes) / len(y)
    means = torch.stack([x[y == k].mean(0) for k in range(classes)])
    pooled = ((x - means[y]) ** 2).mean(0)
    return priors, means, pooled.expand(classes, -1)
