# misconception: wrong_centre
import torch


def fit_classes(x, y, classes):
    rows = [x[y == k] for k in range(classes)]
    priors = torch.tensor([len(own) / len(x) for own in rows])
    spread = torch.stack([((own - x.mean(0)) ** 2).mean(0) for own in rows])
    return priors, torch.stack([own.mean(0) for own in rows]), spread
