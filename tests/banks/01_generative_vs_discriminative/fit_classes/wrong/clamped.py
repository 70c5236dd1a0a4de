# misconception: smoothed
import torch


def fit_classes(x, y, classes):
    rows = [x[y == k] for k in range(classes)]
    priors = torch.tensor([len(own) / len(x) for own in rows])
    spread = torch.stack([own.var(0, correction=0) for own in rows]).clamp_min(1e-3)
    return priors, torch.stack([own.mean(0) for own in rows]), spread
