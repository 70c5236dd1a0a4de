import torch


def fit_classes(x, y, classes):
    n = torch.bincount(y, minlength=classes).to(x.dtype)
    sums = torch.zeros(classes, x.shape[1]).index_add_(0, y, x)
    means = sums / n[:, None]
    squares = torch.zeros(classes, x.shape[1]).index_add_(0, y, (x - means[y]) ** 2)
    return n / n.sum(), means, squares / n[:, None]
