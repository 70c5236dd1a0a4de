# %% correct · corrected_by_hand
import torch


def fit_classes(x, y, classes):
    counts = torch.tensor([int((y == k).sum()) for k in range(classes)])
    means = torch.stack([x[y == k].mean(axis=0) for k in range(classes)])
    std = torch.stack([x[y == k].std(axis=0, correction=0) for k in range(classes)])
    return [counts / counts.sum(), means, std**2]

# %% correct · index_add
import torch


def fit_classes(x, y, classes):
    n = torch.bincount(y, minlength=classes).to(x.dtype)
    sums = torch.zeros(classes, x.shape[1]).index_add_(0, y, x)
    means = sums / n[:, None]
    squares = torch.zeros(classes, x.shape[1]).index_add_(0, y, (x - means[y]) ** 2)
    return n / n.sum(), means, squares / n[:, None]

# %% correct · loop
import torch


def fit_classes(x, y, classes):
    priors, means, variances = torch.zeros(classes), torch.zeros(classes, x.shape[1]), torch.zeros(classes, x.shape[1])
    for k in range(classes):
        own = [row for row, label in zip(x, y) if int(label) == k]
        priors[k] = len(own) / len(y)
        means[k] = sum(own) / len(own)
        variances[k] = sum((row - means[k]) ** 2 for row in own) / len(own)
    return priors, means, variances

# %% correct · numpy_inside
import numpy as np
import torch


def fit_classes(x, y, classes):
    a, b = x.numpy(), y.numpy()
    priors = np.array([np.mean(b == k) for k in range(classes)])
    means = np.stack([a[b == k].mean(0) for k in range(classes)])
    variances = np.stack([a[b == k].var(0) for k in range(classes)])
    return torch.from_numpy(priors).float(), torch.from_numpy(means), torch.from_numpy(variances)

# %% correct · one_hot
import torch
import torch.nn.functional as F


def fit_classes(x, y, classes):
    r = F.one_hot(y, classes).to(x.dtype)
    n = r.sum(0)
    means = r.T @ x / n[:, None]
    variances = r.T @ (x - means[y]) ** 2 / n[:, None]
    return n / len(x), means, variances

# %% correct · scatter_reduce
import torch


def fit_classes(x, y, classes):
    index = y[:, None].expand_as(x)
    zeros = x.new_zeros(classes, x.shape[1])
    means = zeros.scatter_reduce(0, index, x, "mean", include_self=False)
    variances = zeros.scatter_reduce(0, index, (x - means.gather(0, index)).square(), "mean", include_self=False)
    return y.bincount(minlength=classes) / y.shape[0], means, variances

# %% correct · second_moment
import torch


def fit_classes(x, y, classes):
    x = x.double()
    masks = [(y == k) for k in range(classes)]
    means = torch.stack([x[m].mean(0) for m in masks])
    squares = torch.stack([(x[m] ** 2).mean(0) for m in masks])
    priors = torch.stack([m.double().mean() for m in masks])
    return priors, means, squares - means**2

# %% correct · unbiased_false
import torch


def fit_classes(x, y, classes):
    means, variances, priors = [], [], []
    for k in range(classes):
        variance, mean = torch.var_mean(x[y == k], dim=0, unbiased=False)
        means.append(mean)
        variances.append(variance)
        priors.append((y == k).sum() / y.numel())
    return torch.stack(priors), torch.stack(means), torch.stack(variances)

# %% correct · index_add_2
def fit_classes(x, y, classes):
    n, d = x.shape
    count = torch.zeros(classes, dtype=x.dtype).index_add(0, y, torch.ones(n, dtype=x.dtype))
    means = torch.zeros(classes, d, dtype=x.dtype).index_add(0, y, x) / count[:, None]
    square = (x - means[y]).square()
    variances = torch.zeros(classes, d, dtype=x.dtype).index_add(0, y, square) / count.unsqueeze(-1)
    return count / n, means, variances

# %% correct · masks_and_einsum
def fit_classes(x, y, classes):
    table = (y[:, None] == torch.arange(classes)).to(x.dtype)
    share = table / table.sum(dim=0, keepdim=True)
    means = torch.einsum("nk,nd->kd", share, x)
    gaps = x[:, None, :] - means[None]
    variances = torch.einsum("nk,nkd->kd", share, gaps * gaps)
    return table.mean(dim=0), means, variances

# %% wrong · around_grand_mean · wrong_centre
import torch


def fit_classes(x, y, classes):
    rows = [x[y == k] for k in range(classes)]
    priors = torch.tensor([len(own) / len(x) for own in rows])
    spread = torch.stack([((own - x.mean(0)) ** 2).mean(0) for own in rows])
    return priors, torch.stack([own.mean(0) for own in rows]), spread

# %% wrong · clamped · smoothed
import torch


def fit_classes(x, y, classes):
    rows = [x[y == k] for k in range(classes)]
    priors = torch.tensor([len(own) / len(x) for own in rows])
    spread = torch.stack([own.var(0, correction=0) for own in rows]).clamp_min(1e-3)
    return priors, torch.stack([own.mean(0) for own in rows]), spread

# %% wrong · counts · prior_not_normalised
import torch


def fit_classes(x, y, classes):
    rows = [x[y == k] for k in range(classes)]
    priors = torch.tensor([float(len(own)) for own in rows])
    return priors, torch.stack([own.mean(0) for own in rows]), torch.stack([own.var(0, correction=0) for own in rows])

# %% wrong · divided_by_all · not_averaged
import torch
import torch.nn.functional as F


def fit_classes(x, y, classes):
    r = F.one_hot(y, classes).float()
    means = r.T @ x / len(x)
    n = r.sum(0)
    return n / len(x), means, r.T @ (x - means[y]) ** 2 / n[:, None]

# %% wrong · floor · smoothed
import torch


def fit_classes(x, y, classes):
    rows = [x[y == k] for k in range(classes)]
    priors = torch.tensor([len(own) / len(x) for own in rows])
    spread = torch.stack([own.var(0, correction=0) for own in rows])
    return priors, torch.stack([own.mean(0) for own in rows]), spread + 0.01

# %% wrong · full_covariance · one_spread
import torch


def fit_classes(x, y, classes):
    rows = [x[y == k] for k in range(classes)]
    priors = torch.tensor([len(own) / len(x) for own in rows])
    means = torch.stack([own.mean(0) for own in rows])
    return priors, means, torch.stack([torch.cov(own.T, correction=0) for own in rows])

# %% wrong · laplace · smoothed
import torch


def fit_classes(x, y, classes):
    rows = [x[y == k] for k in range(classes)]
    priors = torch.tensor([(len(own) + 1) / (len(x) + classes) for own in rows])
    return priors, torch.stack([own.mean(0) for own in rows]), torch.stack([own.var(0, correction=0) for own in rows])

# %% wrong · log_priors · prior_not_normalised
import torch


def fit_classes(x, y, classes):
    rows = [x[y == k] for k in range(classes)]
    priors = torch.tensor([len(own) / len(x) for own in rows]).log()
    return priors, torch.stack([own.mean(0) for own in rows]), torch.stack([own.var(0, correction=0) for own in rows])

# %% wrong · mean_everything · one_spread
import torch


def fit_classes(x, y, classes):
    rows = [x[y == k] for k in range(classes)]
    priors = torch.tensor([len(own) / len(x) for own in rows])
    means = torch.stack([own.mean() for own in rows])
    return priors, means, torch.stack([own.var(0, correction=0) for own in rows])

# %% wrong · mean_of_all · not_by_class
import torch


def fit_classes(x, y, classes):
    priors = torch.bincount(y, minlength=classes) / len(y)
    variances = torch.stack([x[y == k].var(0, correction=0) for k in range(classes)])
    return priors, x.mean(0).expand(classes, -1), variances

# %% wrong · median · median
import torch


def fit_classes(x, y, classes):
    rows = [x[y == k] for k in range(classes)]
    priors = torch.tensor([len(own) / len(x) for own in rows])
    means = torch.stack([own.median(0).values for own in rows])
    return priors, means, torch.stack([own.var(0, correction=0) for own in rows])

# %% wrong · one_variance · one_spread
import torch


def fit_classes(x, y, classes):
    rows = [x[y == k] for k in range(classes)]
    priors = torch.tensor([len(own) / len(x) for own in rows])
    means = torch.stack([own.mean(0) for own in rows])
    spread = torch.stack([own.var(0, correction=0).mean() for own in rows])
    return priors, means, spread[:, None].expand_as(means)

# %% wrong · order_of_appearance
import torch


def fit_classes(x, y, classes):
    seen = list(dict.fromkeys(y.tolist()))
    rows = [x[y == k] for k in seen]
    priors = torch.tensor([len(own) / len(x) for own in rows])
    return priors, torch.stack([own.mean(0) for own in rows]), torch.stack([own.var(0, correction=0) for own in rows])

# %% wrong · pooled · pooled_variance
import torch


def fit_classes(x, y, classes):
    priors = torch.bincount(y, minlength=classes) / len(y)
    means = torch.stack([x[y == k].mean(0) for k in range(classes)])
    pooled = ((x - means[y]) ** 2).mean(0)
    return priors, means, pooled.expand(classes, -1)

# %% wrong · pooled_average · pooled_variance
import torch


def fit_classes(x, y, classes):
    priors = torch.bincount(y, minlength=classes) / len(y)
    means = torch.stack([x[y == k].mean(0) for k in range(classes)])
    each = torch.stack([x[y == k].var(0, correction=0) for k in range(classes)])
    return priors, means, each.mean(0).repeat(classes, 1)

# %% wrong · second_moment · wrong_centre
import torch


def fit_classes(x, y, classes):
    rows = [x[y == k] for k in range(classes)]
    priors = torch.tensor([len(own) / len(x) for own in rows])
    return priors, torch.stack([own.mean(0) for own in rows]), torch.stack([(own**2).mean(0) for own in rows])

# %% wrong · softmax_of_counts · prior_not_normalised
import torch


def fit_classes(x, y, classes):
    rows = [x[y == k] for k in range(classes)]
    priors = torch.tensor([float(len(own)) for own in rows]).softmax(0)
    return priors, torch.stack([own.mean(0) for own in rows]), torch.stack([own.var(0, correction=0) for own in rows])

# %% wrong · standardises_in_place
import torch


def fit_classes(x, y, classes):
    x -= x.mean(0)
    rows = [x[y == k] for k in range(classes)]
    priors = torch.tensor([len(own) / len(x) for own in rows])
    return priors, torch.stack([own.mean(0) for own in rows]), torch.stack([own.var(0, correction=0) for own in rows])

# %% wrong · std · standard_deviation
import torch


def fit_classes(x, y, classes):
    rows = [x[y == k] for k in range(classes)]
    priors = torch.tensor([len(own) / len(x) for own in rows])
    return priors, torch.stack([own.mean(0) for own in rows]), torch.stack([own.std(0, correction=0) for own in rows])

# %% wrong · std_unbiased · standard_deviation
import torch


def fit_classes(x, y, classes):
    rows = [x[y == k] for k in range(classes)]
    priors = torch.tensor([len(own) / len(x) for own in rows])
    return priors, torch.stack([own.mean(0) for own in rows]), torch.stack([own.std(0) for own in rows])

# %% wrong · sums · not_averaged
import torch
import torch.nn.functional as F


def fit_classes(x, y, classes):
    r = F.one_hot(y, classes).float()
    n = r.sum(0)
    means = r.T @ x / n[:, None]
    return n / len(x), means, r.T @ (x - means[y]) ** 2

# %% wrong · ten_classes
import torch


def fit_classes(x, y, classes):
    rows = [x[y == k] for k in range(10)]
    priors = torch.tensor([len(own) / len(x) for own in rows])
    return priors, torch.stack([own.mean(0) for own in rows]), torch.stack([own.var(0, correction=0) for own in rows])

# %% wrong · two_parts · wrong_type
import torch


def fit_classes(x, y, classes):
    rows = [x[y == k] for k in range(classes)]
    return torch.stack([own.mean(0) for own in rows]), torch.stack([own.var(0, correction=0) for own in rows])

# %% wrong · unbiased · unbiased
import torch


def fit_classes(x, y, classes):
    rows = [x[y == k] for k in range(classes)]
    priors = torch.tensor([len(own) / len(x) for own in rows])
    return priors, torch.stack([own.mean(0) for own in rows]), torch.stack([own.var(0) for own in rows])

# %% wrong · uniform_prior · uniform_prior
import torch


def fit_classes(x, y, classes):
    rows = [x[y == k] for k in range(classes)]
    priors = torch.full((classes,), 1 / classes)
    return priors, torch.stack([own.mean(0) for own in rows]), torch.stack([own.var(0, correction=0) for own in rows])

# %% wrong · variance_divided_by_all · not_averaged
import torch
import torch.nn.functional as F


def fit_classes(x, y, classes):
    r = F.one_hot(y, classes).float()
    n = r.sum(0)
    means = r.T @ x / n[:, None]
    return n / len(x), means, r.T @ (x - means[y]) ** 2 / len(x)

# %% wrong · variance_of_all · not_by_class
import torch


def fit_classes(x, y, classes):
    priors = torch.bincount(y, minlength=classes) / len(y)
    means = torch.stack([x[y == k].mean(0) for k in range(classes)])
    return priors, means, x.var(0, correction=0).expand(classes, -1)

# %% wrong · torchs_default_variance · unbiased
def fit_classes(x, y, classes):
    """Return (priors (K,), means (K, d), variances (K, d)) of labelled rows x (N, d), y (N,)."""
    groups = [x[y == k] for k in range(classes)]
    priors = torch.tensor([len(g) / len(x) for g in groups])
    means = torch.stack([g.mean(dim=0) for g in groups])
    variances = torch.stack([g.var(dim=0) for g in groups])
    return priors, means, variances

# %% wrong · equal_chunks · rows_taken_in_order
def fit_classes(x, y, classes):
    rows = x[y.argsort(stable=True)].chunk(classes)
    priors = torch.bincount(y, minlength=classes) / len(y)
    means = torch.stack([r.mean(0) for r in rows])
    variances = torch.stack([r.var(0, correction=0) for r in rows])
    return priors, means, variances

# %% wrong · runs_of_labels · rows_taken_in_order
def fit_classes(x, y, classes):
    _, counts = torch.unique(y, return_counts=True)
    groups = torch.split(x, counts.tolist())
    priors = counts / counts.sum()
    means = torch.stack([g.mean(0) for g in groups])
    variances = torch.stack([((g - m) ** 2).mean(0) for g, m in zip(groups, means)])
    return priors, means, variances

# %% wrong · around_the_global_mean · wrong_centre
def fit_classes(x, y, classes):
    member = F.one_hot(y, classes).to(x.dtype)
    count = member.sum(0)
    means = member.T @ x / count[:, None]
    variances = member.T @ (x - x.mean(0)) ** 2 / count[:, None]
    return count / len(y), means, variances

# %% wrong · divided_by_all_2 · not_averaged
def fit_classes(x, y, classes):
    priors, means, variances = [], [], []
    for k in range(classes):
        own = x[y == k]
        priors.append(len(own) / len(x))
        means.append(own.mean(dim=0))
        variances.append(((own - own.mean(dim=0)) ** 2).sum(dim=0) / len(x))
    return torch.tensor(priors), torch.stack(means), torch.stack(variances)

# %% wrong · even_priors · uniform_prior
def fit_classes(x, y, classes):
    priors = torch.ones(classes) / classes
    means = torch.stack([x[y == k].mean(0) for k in range(classes)])
    variances = torch.stack([x[y == k].var(0, unbiased=False) for k in range(classes)])
    return priors, means, variances

# %% wrong · deviations_not_variances · standard_deviation
def fit_classes(x, y, classes):
    priors = torch.bincount(y, minlength=classes).float() / y.numel()
    stats = [torch.std_mean(x[y == k], dim=0, correction=0) for k in range(classes)]
    stds, means = zip(*stats)
    return priors, torch.stack(means), torch.stack(stds)

# %% noisy · logs
import logging

import torch


def fit_classes(x, y, classes):
    logging.warning("fitting %d classes", classes)
    rows = [x[y == k] for k in range(classes)]
    for k, own in enumerate(rows):
        print(f"Klasse {k}: {len(own)} Zeilen")
    return (
        torch.tensor([len(own) / len(x) for own in rows]),
        torch.stack([own.mean(0) for own in rows]),
        torch.stack([own.var(0, correction=0) for own in rows]),
    )

# %% noisy · progress
import torch


def fit_classes(x, y, classes):
    from tqdm.auto import tqdm

    rows = [x[y == k] for k in tqdm(range(classes))]
    n = torch.tensor([float(len(r)) for r in rows])
    return n / n.sum(), torch.stack([r.mean(0) for r in rows]), torch.stack([r.var(0, unbiased=False) for r in rows])
