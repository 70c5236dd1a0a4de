# %% correct · einsum
import torch


def covariances(x, y, means, shared):
    d = x - means[y]
    outer = torch.einsum("ni,nj->nij", d, d)
    if shared:
        return outer.mean(0).expand(len(means), -1, -1)
    return torch.stack([outer[y == k].mean(0) for k in range(len(means))])

# %% correct · keyword_default
import torch


def covariances(x, y, means, shared=False):
    groups = [torch.arange(len(x)) if shared else (y == k).nonzero()[:, 0] for k in range(len(means))]
    d = x - means[y]
    return torch.stack([d[g].T.matmul(d[g]).div(len(g)) for g in groups])

# %% correct · loop
import torch


def covariances(x, y, means, shared):
    k, d = means.shape
    out = torch.zeros(k, d, d)
    for c in range(k):
        rows = range(len(x)) if shared else [i for i in range(len(x)) if y[i] == c]
        for i in rows:
            e = x[i] - means[y[i]]
            out[c] += torch.outer(e, e) / len(rows)
    return out

# %% correct · numpy
import numpy as np
import torch


def covariances(x, y, means, shared):
    a, b = x.numpy(), y.numpy()
    groups = [a[b == k] for k in range(len(means))]
    if shared:
        rest = np.concatenate([g - g.mean(0) for g in groups])
        return torch.from_numpy(np.stack([rest.T @ rest / len(rest)] * len(groups)))
    return torch.from_numpy(np.stack([np.atleast_2d(np.cov(g.T, bias=True)) for g in groups]))

# %% correct · one_hot
import torch
import torch.nn.functional as F


def covariances(x, y, means, shared):
    k = len(means)
    r = torch.ones(len(x), k) if shared else F.one_hot(y, k).float()
    d = x - means[y]
    return torch.einsum("nk,ni,nj->kij", r, d, d) / r.sum(0)[:, None, None]

# %% correct · scaled_columns
import torch


def covariances(x, y, means, shared):
    centred = x - means.index_select(0, y)
    if shared:
        centred = centred / len(x) ** 0.5
        one = centred.mT @ centred
        return torch.stack([one] * means.shape[0])
    n = torch.bincount(y, minlength=len(means)).float()
    scaled = centred / n[y].sqrt()[:, None]
    return torch.stack([scaled[y == k].mT @ scaled[y == k] for k in range(len(means))])

# %% correct · second_moment
import torch


def covariances(x, y, means, shared):
    x, means = x.double(), means.double()
    own = []
    counts = []
    for k, mean in enumerate(means):
        rows = x[y == k]
        counts.append(len(rows))
        own.append(rows.T @ rows / len(rows) - torch.outer(mean, mean))
    if shared:
        total = sum(n * c for n, c in zip(counts, own)) / sum(counts)
        own = [total for _ in own]
    return torch.stack(own)

# %% correct · torch_cov
import torch


def covariances(x, y, means, shared):
    k = means.shape[0]
    own = torch.stack([torch.cov(x[y == c].T, correction=0) for c in range(k)]).reshape(k, x.shape[1], -1)
    if not shared:
        return own
    share = torch.bincount(y, minlength=k) / len(y)
    return (share[:, None, None] * own).sum(0, keepdim=True).repeat(k, 1, 1)

# %% correct · index_add_of_outer_products
def covariances(x, y, means, shared):
    classes, d = means.shape
    outer = torch.vmap(torch.outer)(x - means[y], x - means[y])
    sums = torch.zeros(classes, d, d, dtype=x.dtype).index_add(0, y, outer)
    counts = torch.bincount(y, minlength=classes)
    if shared:
        return (sums.sum(dim=0) / counts.sum()).expand(classes, d, d)
    return sums / counts[:, None, None]

# %% correct · weights_decide
def covariances(x, y, means, shared):
    member = torch.eye(len(means), dtype=x.dtype)[y]  # (N, K)
    share = torch.full_like(member, 1 / len(x)) if shared else member / member.sum(dim=0)
    gap = x - means[y]
    return torch.einsum("nk,ni,nj->kij", share, gap, gap)

# %% wrong · always_own · never_shared
import torch


def covariances(x, y, means, shared):
    d = x - means[y]
    return torch.stack([d[y == k].T @ d[y == k] / (y == k).sum() for k in range(len(means))])

# %% wrong · always_shared · pooled_variance
import torch


def covariances(x, y, means, shared):
    d = x - means[y]
    return (d.T @ d / len(x)).repeat(len(means), 1, 1)

# %% wrong · around_centre · total_covariance
import torch


def covariances(x, y, means, shared):
    d = x - means.mean(0)
    if shared:
        return (d.T @ d / len(x)).repeat(len(means), 1, 1)
    return torch.stack([torch.cov(x[y == k].T, correction=0) for k in range(len(means))])

# %% wrong · correlation · other_matrix
import torch


def covariances(x, y, means, shared):
    d = x - means[y]
    if shared:
        return torch.corrcoef(d.T).repeat(len(means), 1, 1)
    return torch.stack([torch.corrcoef(x[y == k].T) for k in range(len(means))])

# %% wrong · diagonal · diagonal_only
import torch


def covariances(x, y, means, shared):
    d = x - means[y]
    if shared:
        return torch.diag((d**2).mean(0)).repeat(len(means), 1, 1)
    return torch.stack([torch.diag((d[y == k] ** 2).mean(0)) for k in range(len(means))])

# %% wrong · divided_by_all · not_divided
import torch


def covariances(x, y, means, shared):
    d = x - means[y]
    if shared:
        return (d.T @ d / len(x)).repeat(len(means), 1, 1)
    return torch.stack([d[y == k].T @ d[y == k] / len(x) for k in range(len(means))])

# %% wrong · flag_inverted
import torch


def covariances(x, y, means, shared):
    d = x - means[y]
    if not shared:
        return (d.T @ d / len(x)).repeat(len(means), 1, 1)
    return torch.stack([d[y == k].T @ d[y == k] / (y == k).sum() for k in range(len(means))])

# %% wrong · floored · floored
import torch


def covariances(x, y, means, shared):
    d, floor = x - means[y], 0.01 * torch.eye(x.shape[1])
    if shared:
        return (d.T @ d / len(x) + floor).repeat(len(means), 1, 1)
    return torch.stack([d[y == k].T @ d[y == k] / (y == k).sum() + floor for k in range(len(means))])

# %% wrong · in_place · modifies_inputs
import torch


def covariances(x, y, means, shared):
    x -= means[y]
    if shared:
        return (x.T @ x / len(x)).repeat(len(means), 1, 1)
    return torch.stack([x[y == k].T @ x[y == k] / (y == k).sum() for k in range(len(means))])

# %% wrong · one_matrix · one_matrix
import torch


def covariances(x, y, means, shared):
    d = x - means[y]
    if shared:
        return d.T @ d / len(x)
    return torch.stack([d[y == k].T @ d[y == k] / (y == k).sum() for k in range(len(means))])

# %% wrong · rows_by_rows
import torch


def covariances(x, y, means, shared):
    d = x - means[y]
    if shared:
        return (d @ d.T / len(x)).repeat(len(means), 1, 1)
    return torch.stack([d[y == k].T @ d[y == k] / (y == k).sum() for k in range(len(means))])

# %% wrong · scatter · not_divided
import torch


def covariances(x, y, means, shared):
    d = x - means[y]
    if shared:
        return (d.T @ d).repeat(len(means), 1, 1)
    return torch.stack([d[y == k].T @ d[y == k] for k in range(len(means))])

# %% wrong · shared_unbiased · unbiased
import torch


def covariances(x, y, means, shared):
    d = x - means[y]
    if shared:
        return (d.T @ d / (len(x) - len(means))).repeat(len(means), 1, 1)
    return torch.stack([d[y == k].T @ d[y == k] / (y == k).sum() for k in range(len(means))])

# %% wrong · summed_over_classes · not_divided
import torch


def covariances(x, y, means, shared):
    own = torch.stack([torch.cov(x[y == k].T, correction=0) for k in range(len(means))])
    return own.sum(0).repeat(len(means), 1, 1) if shared else own

# %% wrong · total · total_covariance
import torch


def covariances(x, y, means, shared):
    if shared:
        return torch.cov(x.T, correction=0).repeat(len(means), 1, 1)
    return torch.stack([torch.cov(x[y == k].T, correction=0) for k in range(len(means))])

# %% wrong · total_unbiased · total_covariance
import torch


def covariances(x, y, means, shared):
    if shared:
        return torch.cov(x.T).repeat(len(means), 1, 1)
    return torch.stack([torch.cov(x[y == k].T, correction=0) for k in range(len(means))])

# %% wrong · unbiased · unbiased
import torch


def covariances(x, y, means, shared):
    own = torch.stack([torch.cov(x[y == k].T) for k in range(len(means))])
    if shared:
        d = x - means[y]
        return (d.T @ d / len(x)).repeat(len(means), 1, 1)
    return own

# %% wrong · uncentred · uncentred
import torch


def covariances(x, y, means, shared):
    if shared:
        return (x.T @ x / len(x)).repeat(len(means), 1, 1)
    return torch.stack([x[y == k].T @ x[y == k] / (y == k).sum() for k in range(len(means))])

# %% wrong · unweighted · unweighted_average
import torch


def covariances(x, y, means, shared):
    own = torch.stack([torch.cov(x[y == k].T, correction=0) for k in range(len(means))])
    return own.mean(0).repeat(len(means), 1, 1) if shared else own

# %% wrong · variances · diagonal_only
import torch


def covariances(x, y, means, shared):
    d = x - means[y]
    if shared:
        return (d**2).mean(0).repeat(len(means), 1)
    return torch.stack([(d[y == k] ** 2).mean(0) for k in range(len(means))])

# %% wrong · torch_cov_as_it_is · unbiased
def covariances(x, y, means, shared):
    """Return the classes' covariances (K, d, d): their own, or K times the shared one."""
    classes = len(means)
    if shared:
        gaps = x - means[y]
        return (gaps.T @ gaps / len(x)).repeat(classes, 1, 1)
    return torch.stack([torch.cov(x[y == k].T) for k in range(classes)])

# %% wrong · average_of_the_classes · unweighted_average
def covariances(x, y, means, shared):
    own = []
    for k, mean in enumerate(means):
        gap = x[y == k] - mean
        own.append(gap.T @ gap / len(gap))
    own = torch.stack(own)
    return own.mean(dim=0).expand_as(own).clone() if shared else own

# %% wrong · around_one_mean · total_covariance
def covariances(x, y, means, shared):
    k = len(means)
    if shared:
        return torch.cov(x.T, correction=0).reshape(x.shape[1], -1).repeat(k, 1, 1)
    gap = x - means[y]
    member = F.one_hot(y, k).to(x.dtype)
    return torch.einsum("nk,ni,nj->kij", member / member.sum(0), gap, gap)

# %% wrong · single_matrix · one_matrix
def covariances(x, y, means, shared):
    gap = x - means[y]
    if shared:
        return gap.T @ gap / len(x)
    return torch.stack([gap[y == k].T @ gap[y == k] / (y == k).sum() for k in range(len(means))])

# %% wrong · centred_in_place · modifies_inputs
def covariances(x, y, means, shared):
    x -= means[y]
    if shared:
        return (x.T @ x / len(x)).repeat(len(means), 1, 1)
    return torch.stack([x[y == k].T @ x[y == k] / (y == k).sum() for k in range(len(means))])

# %% wrong · little_ridge · floored
def covariances(x, y, means, shared):
    gap = x - means[y]
    eye = 1e-3 * torch.eye(x.shape[1], dtype=x.dtype)  # so that it can be inverted later
    if shared:
        return (gap.T @ gap / len(x) + eye).repeat(len(means), 1, 1)
    return torch.stack([gap[y == k].T @ gap[y == k] / (y == k).sum() + eye for k in range(len(means))])

# %% wrong · cov_of_one_feature · number_for_matrix
def covariances(x, y, means, shared):
    K = means.shape[0]
    if shared:
        one = torch.cov((x - means[y]).T, correction=0)
        return torch.stack([one] * K)
    return torch.stack([torch.cov(x[y == k].T, correction=0) for k in range(K)])

# %% wrong · own_over_all_rows · not_divided
def covariances(x, y, means, shared):
    outer = torch.stack([torch.outer(g, g) for g in x - means[y]])
    if shared:
        return outer.mean(dim=0).repeat(len(means), 1, 1)
    own = torch.zeros(len(means), x.shape[1], x.shape[1], dtype=x.dtype)
    return own.index_add(0, y, outer) / len(x)

# %% noisy · prints
import torch


def covariances(x, y, means, shared):
    Δ = x - means[y]
    print("gemeinsam" if shared else "eigene")
    if shared:
        return (Δ.T @ Δ / len(x)).repeat(len(means), 1, 1)
    return torch.stack([Δ[y == k].T @ Δ[y == k] / (y == k).sum() for k in range(len(means))])

# %% noisy · warns
import warnings

import torch


def covariances(x, y, means, shared):
    warnings.warn("covariance")
    own = [(x - means[k])[y == k] for k in range(len(means))]
    if shared:
        own = [torch.cat(own)] * len(means)
    return torch.stack([rows.T @ rows / len(rows) for rows in own])
