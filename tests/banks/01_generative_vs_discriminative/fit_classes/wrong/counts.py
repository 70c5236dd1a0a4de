# misconception: prior_not_normalised
import torch


def fit_classes(x, y, classes):
    rows = [x[y == k] for k in range(classes)]
    priors = torch.tensor([float(len(own)) for own in rows])
    return priors, torch.stack([own.mean(0) for own in rows]), torch.stack([own.var(0, correction=0) for own in rows])
