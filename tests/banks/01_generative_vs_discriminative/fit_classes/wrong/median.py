# misconception: not_averaged
import torch


def fit_classes(x, y, classes):
    rows = [x[y == k] for k in range(classes)]
    priors = torch.tensor([len(own) / len(x) for own in rows])
    means = torch.stack([own.median(0).values for own in rows])
    return priors, means, torch.stack([own.var(0, correction=0) for own in rows])
