# misconception: one_spread
import torch


def fit_classes(x, y, classes):
    rows = [x[y == k] for k in range(classes)]
    priors = torch.tensor([len(own) / len(x) for own in rows])
    means = torch.stack([own.mean(0) for own in rows])
    return priors, means, torch.stack([torch.cov(own.T, correction=0) for own in rows])
