import torch


def fit_classes(x, y, classes):
    seen = list(dict.fromkeys(y.tolist()))
    rows = [x[y == k] for k in seen]
    priors = torch.tensor([len(own) / len(x) for own in rows])
    return priors, torch.stack([own.mean(0) for own in rows]), torch.stack([own.var(0, correction=0) for own in rows])
