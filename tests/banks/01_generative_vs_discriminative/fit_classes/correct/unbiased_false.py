import torch


def fit_classes(x, y, classes):
    means, variances, priors = [], [], []
    for k in range(classes):
        variance, mean = torch.var_mean(x[y == k], dim=0, unbiased=False)
        means.append(mean)
        variances.append(variance)
        priors.append((y == k).sum() / y.numel())
    return torch.stack(priors), torch.stack(means), torch.stack(variances)
