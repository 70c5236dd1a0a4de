# misconception: standard_deviation
import torch


def fit_classes(x, y, classes):
    rows = [x[y == k] for k in range(classes)]
    priors = torch.tensor([len(own) / len(x) for own in rows])
    return priors, torch.stack([own.mean(0) for own in rows]), torch.stack([own.std(0, correction=0) for own in rows])
