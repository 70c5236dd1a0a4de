import torch


def fit_classes(x, y, classes):
    counts = torch.tensor([int((y == k).sum()) for k in range(classes)])
    means = torch.stack([x[y == k].mean(axis=0) for k in range(classes)])
    std = torch.stack([x[y == k].std(axis=0, correction=0) for k in range(classes)])
    return [counts / counts.sum(), means, std**2]
