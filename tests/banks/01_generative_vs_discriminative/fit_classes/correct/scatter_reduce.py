import torch


def fit_classes(x, y, classes):
    index = y[:, None].expand_as(x)
    zeros = x.new_zeros(classes, x.shape[1])
    means = zeros.scatter_reduce(0, index, x, "mean", include_self=False)
    variances = zeros.scatter_reduce(0, index, (x - means.gather(0, index)).square(), "mean", include_self=False)
    return y.bincount(minlength=classes) / y.shape[0], means, variances
