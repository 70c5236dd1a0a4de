import numpy as np
import torch


def fit_classes(x, y, classes):
    a, b = x.numpy(), y.numpy()
    priors = np.array([np.mean(b == k) for k in range(classes)])
    means = np.stack([a[b == k].mean(0) for k in range(classes)])
    variances = np.stack([a[b == k].var(0) for k in range(classes)])
    return torch.from_numpy(priors).float(), torch.from_numpy(means), torch.from_numpy(variances)
