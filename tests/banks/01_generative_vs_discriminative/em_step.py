# %% correct · average_weights
import numpy as np
import torch


def em_step(x, y, scores):
    r = scores.softmax(1).numpy().copy()
    known = (y >= 0).numpy()
    r[known] = np.eye(r.shape[1], dtype=r.dtype)[y[known].numpy()]
    a = x.numpy()
    means = np.stack([np.average(a, axis=0, weights=w) for w in r.T])
    variances = np.stack([np.average((a - m) ** 2, axis=0, weights=w) for m, w in zip(means, r.T)])
    return torch.tensor(r.mean(0)), torch.tensor(means), torch.tensor(variances)

# %% correct · eye
import torch


def em_step(x, y, scores):
    k = scores.shape[1]
    table = torch.cat([torch.eye(k), torch.zeros(1, k)])
    r = table[y] + (y < 0)[:, None] * scores.softmax(1)
    count = r.sum(0)
    means = (r[:, :, None] * x[:, None, :]).sum(0) / count.unsqueeze(1)
    variances = (r[:, :, None] * (x[:, None, :] - means[None]) ** 2).sum(0) / count.unsqueeze(1)
    return count / count.sum(), means, variances

# %% correct · loop
import torch


def em_step(x, y, scores):
    n, k = scores.shape
    r = torch.zeros(n, k)
    for i in range(n):
        if y[i] >= 0:
            r[i, y[i]] = 1.0
        else:
            r[i] = torch.softmax(scores[i], 0)
    priors, means, variances = [], [], []
    for c in range(k):
        w = r[:, c]
        mean = (w[:, None] * x).sum(0) / w.sum()
        priors.append(w.mean())
        means.append(mean)
        variances.append((w[:, None] * (x - mean) ** 2).sum(0) / w.sum())
    return torch.stack(priors), torch.stack(means), torch.stack(variances)

# %% correct · masked_scores
import torch


def em_step(x, y, scores):
    # a known label is a posterior of which all other classes have been ruled out
    scores = scores.clone()
    for k in range(scores.shape[1]):
        scores[(y >= 0) & (y != k), k] = -torch.inf
    r = scores.softmax(dim=1)
    w = r / r.sum(0)
    means = w.T @ x
    variances = (w.T[:, :, None] * (x[None] - means[:, None]) ** 2).sum(1)
    return r.mean(0), means, variances

# %% correct · second_moment
import torch


def em_step(x, y, scores):
    x = x.double()
    r = torch.exp(scores.double() - torch.logsumexp(scores.double(), 1, keepdim=True))
    known = torch.nonzero(y >= 0).flatten()
    r[known] = 0.0
    r[known, y[known]] = 1.0
    n = r.sum(0, keepdim=True).T
    means = r.T @ x / n
    return n.flatten() / len(x), means, r.T @ x**2 / n - means**2

# %% correct · two_groups
import torch
import torch.nn.functional as F


def em_step(x, y, scores):
    known = y != -1
    rows = torch.cat([x[known], x[~known]])
    r = torch.cat([F.one_hot(y[known], scores.shape[1]).float(), scores[~known].softmax(-1)])
    n = r.sum(0)
    means = (r.T @ rows) / n.view(-1, 1)
    spread = [r[:, k] @ (rows - means[k]) ** 2 / n[k] for k in range(len(n))]
    return [n / rows.shape[0], means, torch.stack(spread)]

# %% correct · where
import torch
import torch.nn.functional as F


def em_step(x, y, scores):
    missing = (y == -1).unsqueeze(1)
    r = torch.where(missing, F.softmax(scores, 1), F.one_hot(y.clamp(min=0), scores.size(1)).float())
    n = r.sum(0)
    means = torch.einsum("nk,nd->kd", r, x) / n[:, None]
    squares = torch.einsum("nk,nkd->kd", r, (x[:, None] - means).square())
    return n / n.sum(), means, squares / n[:, None]

# %% correct · infinite_scores_for_known_labels
def em_step(x, y, scores):
    classes = torch.arange(scores.shape[1])
    excluded = (y[:, None] >= 0) & (y[:, None] != classes)
    certain = torch.where((y >= 0)[:, None], torch.zeros_like(scores), scores)
    r = certain.masked_fill(excluded, -math.inf).softmax(dim=1)
    weight = r / r.sum(dim=0, keepdim=True)
    means = torch.einsum("nk,nd->kd", weight, x)
    variances = torch.einsum("nk,nkd->kd", weight, (x.unsqueeze(1) - means).square())
    return r.mean(dim=0), means, variances

# %% correct · class_by_class
def em_step(x, y, scores):
    log_evidence = scores.logsumexp(dim=1)
    priors, means, variances = [], [], []
    for k in range(scores.shape[1]):
        soft = (scores[:, k] - log_evidence).exp()
        weight = torch.where(y == -1, soft, (y == k).to(soft.dtype)).unsqueeze(1)
        mean = (weight * x).sum(0) / weight.sum()
        priors.append(weight.mean())
        means.append(mean)
        variances.append((weight * (x - mean).pow(2)).sum(0) / weight.sum())
    return torch.stack(priors), torch.stack(means), torch.stack(variances)

# %% wrong · around_all · wrong_centre
import torch
import torch.nn.functional as F


def em_step(x, y, scores):
    r = scores.softmax(1)
    known = y >= 0
    r[known] = F.one_hot(y[known], scores.shape[1]).float()
    n = r.sum(0)
    m = r.T @ x / n[:, None]
    return n / len(x), m, r.T @ (x - x.mean(0)) ** 2 / n[:, None]

# %% wrong · centred_on_labelled · wrong_centre
import torch
import torch.nn.functional as F


def em_step(x, y, scores):
    r = scores.softmax(1)
    known = y >= 0
    r[known] = F.one_hot(y[known], scores.shape[1]).float()
    n = r.sum(0)
    m = r.T @ x / n[:, None]
    old = r[known].T @ x[known] / r[known].sum(0)[:, None]
    return n / len(x), m, (r[..., None] * (x[:, None] - old) ** 2).sum(0) / n[:, None]

# %% wrong · class_zero_forgotten
import torch
import torch.nn.functional as F


def em_step(x, y, scores):
    r = scores.softmax(1)
    known = y > 0
    r[known] = F.one_hot(y[known], scores.shape[1]).float()
    n = r.sum(0)
    m = r.T @ x / n[:, None]
    return n / len(x), m, (r[..., None] * (x[:, None] - m) ** 2).sum(0) / n[:, None]

# %% wrong · columns · wrong_axis
import torch
import torch.nn.functional as F


def em_step(x, y, scores):
    r = scores.softmax(0)
    known = y >= 0
    r[known] = F.one_hot(y[known], scores.shape[1]).float()
    n = r.sum(0)
    m = r.T @ x / n[:, None]
    return n / len(x), m, (r[..., None] * (x[:, None] - m) ** 2).sum(0) / n[:, None]

# %% wrong · counts · priors_mistaken
import torch
import torch.nn.functional as F


def em_step(x, y, scores):
    r = scores.softmax(1)
    known = y >= 0
    r[known] = F.one_hot(y[known], scores.shape[1]).float()
    n = r.sum(0)
    m = r.T @ x / n[:, None]
    return n, m, (r[..., None] * (x[:, None] - m) ** 2).sum(0) / n[:, None]

# %% wrong · floor · smoothed
import torch
import torch.nn.functional as F


def em_step(x, y, scores):
    r = scores.softmax(1)
    known = y >= 0
    r[known] = F.one_hot(y[known], scores.shape[1]).float()
    n = r.sum(0)
    m = r.T @ x / n[:, None]
    return n / len(x), m, (r[..., None] * (x[:, None] - m) ** 2).sum(0) / n[:, None] + 0.01

# %% wrong · hard · hard_assignment
import torch
import torch.nn.functional as F


def em_step(x, y, scores):
    guess = torch.where(y >= 0, y, scores.argmax(1))
    r = F.one_hot(guess, scores.shape[1]).float()
    n = r.sum(0)
    m = r.T @ x / n[:, None]
    return n / len(x), m, (r[..., None] * (x[:, None] - m) ** 2).sum(0) / n[:, None]

# %% wrong · labels_ignored · labels_ignored
import torch


def em_step(x, y, scores):
    r = scores.softmax(1)
    n = r.sum(0)
    m = r.T @ x / n[:, None]
    return n / len(x), m, (r[..., None] * (x[:, None] - m) ** 2).sum(0) / n[:, None]

# %% wrong · last_class · minus_one_as_class
import torch


def em_step(x, y, scores):
    r = torch.eye(scores.shape[1])[y]
    n = r.sum(0)
    m = r.T @ x / n[:, None]
    return n / len(x), m, (r[..., None] * (x[:, None] - m) ** 2).sum(0) / n[:, None]

# %% wrong · means_by_all · wrong_divisor
import torch
import torch.nn.functional as F


def em_step(x, y, scores):
    r = scores.softmax(1)
    known = y >= 0
    r[known] = F.one_hot(y[known], scores.shape[1]).float()
    n = r.sum(0)
    m = r.T @ x / len(x)
    return n / len(x), m, (r[..., None] * (x[:, None] - m) ** 2).sum(0) / n[:, None]

# %% wrong · not_normalised · joint_not_normalised
import torch
import torch.nn.functional as F


def em_step(x, y, scores):
    r = scores.exp()
    known = y >= 0
    r[known] = F.one_hot(y[known], scores.shape[1]).float()
    n = r.sum(0)
    m = r.T @ x / n[:, None]
    return n / len(x), m, (r[..., None] * (x[:, None] - m) ** 2).sum(0) / n[:, None]

# %% wrong · not_normalised_rows · joint_not_normalised
import torch
import torch.nn.functional as F


def em_step(x, y, scores):
    r = scores.exp()
    known = y >= 0
    r[known] = F.one_hot(y[known], scores.shape[1]).float()
    n = r.sum(0)
    m = r.T @ x / n[:, None]
    return n / n.sum(), m, (r[..., None] * (x[:, None] - m) ** 2).sum(0) / n[:, None]

# %% wrong · one_hot_of_minus_one · raises
import torch
import torch.nn.functional as F


def em_step(x, y, scores):
    r = torch.where((y >= 0)[:, None], F.one_hot(y, scores.shape[1]).float(), scores.softmax(1))
    n = r.sum(0)
    m = r.T @ x / n[:, None]
    return n / len(x), m, (r[..., None] * (x[:, None] - m) ** 2).sum(0) / n[:, None]

# %% wrong · one_hot_without_size · all_or_none_missing
import torch
import torch.nn.functional as F


def em_step(x, y, scores):
    r = scores.softmax(1)
    known = y >= 0
    r[known] = F.one_hot(y[known]).float()
    n = r.sum(0)
    m = r.T @ x / n[:, None]
    return n / len(x), m, (r[..., None] * (x[:, None] - m) ** 2).sum(0) / n[:, None]

# %% wrong · overflow · underflow
import torch
import torch.nn.functional as F


def em_step(x, y, scores):
    r = scores.exp()
    r = r / r.sum(1, keepdim=True)
    known = y >= 0
    r[known] = F.one_hot(y[known], scores.shape[1]).float()
    n = r.sum(0)
    m = r.T @ x / n[:, None]
    return n / len(x), m, (r[..., None] * (x[:, None] - m) ** 2).sum(0) / n[:, None]

# %% wrong · pooled · pooled_variance
import torch
import torch.nn.functional as F


def em_step(x, y, scores):
    r = scores.softmax(1)
    known = y >= 0
    r[known] = F.one_hot(y[known], scores.shape[1]).float()
    n = r.sum(0)
    m = r.T @ x / n[:, None]
    v = (r[..., None] * (x[:, None] - m) ** 2).sum((0, 1)) / len(x)
    return n / len(x), m, v.expand_as(m)

# %% wrong · priors_of_known · priors_mistaken
import torch
import torch.nn.functional as F


def em_step(x, y, scores):
    r = scores.softmax(1)
    known = y >= 0
    r[known] = F.one_hot(y[known], scores.shape[1]).float()
    n = r.sum(0)
    m = r.T @ x / n[:, None]
    return r[known].mean(0), m, (r[..., None] * (x[:, None] - m) ** 2).sum(0) / n[:, None]

# %% wrong · responsibilities_only
import torch
import torch.nn.functional as F


def em_step(x, y, scores):
    r = scores.softmax(1)
    known = y >= 0
    r[known] = F.one_hot(y[known], scores.shape[1]).float()
    return r

# %% wrong · std · standard_deviation
import torch
import torch.nn.functional as F


def em_step(x, y, scores):
    r = scores.softmax(1)
    known = y >= 0
    r[known] = F.one_hot(y[known], scores.shape[1]).float()
    n = r.sum(0)
    m = r.T @ x / n[:, None]
    return n / len(x), m, ((r[..., None] * (x[:, None] - m) ** 2).sum(0) / n[:, None]).sqrt()

# %% wrong · uncentred · wrong_centre
import torch
import torch.nn.functional as F


def em_step(x, y, scores):
    r = scores.softmax(1)
    known = y >= 0
    r[known] = F.one_hot(y[known], scores.shape[1]).float()
    n = r.sum(0)
    m = r.T @ x / n[:, None]
    return n / len(x), m, r.T @ x**2 / n[:, None]

# %% wrong · uniform · uniform_responsibilities
import torch
import torch.nn.functional as F


def em_step(x, y, scores):
    r = torch.full_like(scores, 1 / scores.shape[1])
    known = y >= 0
    r[known] = F.one_hot(y[known], scores.shape[1]).float()
    n = r.sum(0)
    m = r.T @ x / n[:, None]
    return n / len(x), m, (r[..., None] * (x[:, None] - m) ** 2).sum(0) / n[:, None]

# %% wrong · unlabelled_dropped · unlabelled_left_out
import torch
import torch.nn.functional as F


def em_step(x, y, scores):
    known = y >= 0
    x, r = x[known], F.one_hot(y[known], scores.shape[1]).float()
    n = r.sum(0)
    m = r.T @ x / n[:, None]
    return n / len(x), m, (r[..., None] * (x[:, None] - m) ** 2).sum(0) / n[:, None]

# %% wrong · variances_by_all · wrong_divisor
import torch
import torch.nn.functional as F


def em_step(x, y, scores):
    r = scores.softmax(1)
    known = y >= 0
    r[known] = F.one_hot(y[known], scores.shape[1]).float()
    n = r.sum(0)
    m = r.T @ x / n[:, None]
    return n / len(x), m, (r[..., None] * (x[:, None] - m) ** 2).mean(0)

# %% wrong · writes_into_scores · modifies_inputs
import torch
import torch.nn.functional as F


def em_step(x, y, scores):
    known = y >= 0
    scores -= scores.logsumexp(1, keepdim=True)
    r = scores.exp_()
    r[known] = F.one_hot(y[known], scores.shape[1]).float()
    n = r.sum(0)
    m = r.T @ x / n[:, None]
    return n / len(x), m, (r[..., None] * (x[:, None] - m) ** 2).sum(0) / n[:, None]

# %% wrong · hard_choice · hard_assignment
def em_step(x, y, scores):
    """Return new (priors (K,), means (K, d), variances (K, d)); y is -1 where the label is missing."""
    k = scores.shape[1]
    label = torch.where(y >= 0, y, scores.argmax(dim=1))
    r = F.one_hot(label, k).to(x.dtype)
    count = r.sum(0)
    means = r.T @ x / count[:, None]
    variances = r.T @ (x - means[label]) ** 2 / count[:, None]
    return count / len(x), means, variances

# %% wrong · minus_one_is_the_last_class · minus_one_as_class
def em_step(x, y, scores):
    K = scores.shape[1]
    r = torch.eye(K, dtype=x.dtype)[y]
    unknown = (r.sum(dim=1) == 0)[:, None]
    r = torch.where(unknown, scores.softmax(1), r)
    count = r.sum(0)
    means = r.T @ x / count[:, None]
    gaps = (x[:, None] - means) ** 2
    return count / len(x), means, (r[..., None] * gaps).sum(0) / count[:, None]

# %% wrong · soft_for_all · labels_ignored
def em_step(x, y, scores):
    r = torch.softmax(scores, dim=1)
    count = r.sum(dim=0)
    means = torch.einsum("nk,nd->kd", r, x) / count[:, None]
    variances = torch.einsum("nk,nkd->kd", r, (x[:, None, :] - means) ** 2) / count[:, None]
    return count / count.sum(), means, variances

# %% wrong · labelled_rows_only · unlabelled_left_out
def em_step(x, y, scores):
    known = y >= 0
    x, y = x[known], y[known]
    r = F.one_hot(y, scores.shape[1]).to(x.dtype)
    count = r.sum(0)
    means = r.T @ x / count[:, None]
    variances = r.T @ (x - means[y]) ** 2 / count[:, None]
    return count / len(x), means, variances

# %% wrong · plain_exponential · underflow
def em_step(x, y, scores):
    joint = scores.exp()
    r = joint / joint.sum(dim=1, keepdim=True)
    known = y >= 0
    r[known] = F.one_hot(y[known], scores.shape[1]).to(r.dtype)
    count = r.sum(0)
    means = r.T @ x / count[:, None]
    variances = torch.stack([(r[:, k, None] * (x - m) ** 2).sum(0) / count[k] for k, m in enumerate(means)])
    return count / len(x), means, variances

# %% wrong · divides_by_counts_minus_1 · wrong_divisor
def em_step(x, y, scores):
    r = scores.softmax(dim=1)
    known = y >= 0
    r[known] = F.one_hot(y[known], scores.shape[1]).to(r.dtype)
    count = r.sum(0)
    means = r.T @ x / count[:, None]
    gaps = (x[:, None] - means) ** 2
    variances = (r[..., None] * gaps).sum(0) / (count[:, None] - 1)
    return count / len(x), means, variances

# %% wrong · around_all_rows · wrong_centre
def em_step(x, y, scores):
    r = scores.softmax(dim=1)
    known = y >= 0
    r[known] = torch.eye(scores.shape[1], dtype=r.dtype)[y[known]]
    count = r.sum(dim=0)
    share = (r / count).T
    return count / len(x), share @ x, share @ (x - x.mean(dim=0)) ** 2

# %% wrong · priors_of_labelled · priors_mistaken
def em_step(x, y, scores):
    known = y >= 0
    r = scores.softmax(dim=1)
    r[known] = F.one_hot(y[known], scores.shape[1]).to(r.dtype)
    count = r.sum(0)
    means = r.T @ x / count[:, None]
    gaps = (x[:, None] - means) ** 2
    variances = torch.einsum("nk,nkd->kd", r, gaps) / count[:, None]
    return count / known.sum().clamp(min=1), means, variances

# %% noisy · prints
import torch
import torch.nn.functional as F


def em_step(x, y, scores):
    γ = scores.softmax(1)
    known = y >= 0
    print(int((~known).sum()), "ohne Etikett")
    γ[known] = F.one_hot(y[known], scores.shape[1]).float()
    n = γ.sum(0)
    μ = γ.T @ x / n[:, None]
    return n / len(x), μ, (γ[..., None] * (x[:, None] - μ) ** 2).sum(0) / n[:, None]

# %% noisy · progress
import warnings

import torch


def em_step(x, y, scores):
    from tqdm.auto import tqdm

    warnings.warn("one step")
    r = scores.softmax(1)
    for i in tqdm(range(len(y))):
        if y[i] != -1:
            r[i] = torch.eye(scores.shape[1])[y[i]]
    n = r.sum(0)
    m = r.T @ x / n[:, None]
    return n / len(x), m, torch.stack([r[:, k] @ (x - m[k]) ** 2 / n[k] for k in range(len(n))])

# %% wrong · at_least_one_row
import torch.nn.functional as F

def em_step(x, y, scores):
    certain = F.one_hot(y.clamp_min(0), scores.shape[1]).float()
    r = torch.where((y >= 0)[:, None], certain, scores.softmax(1))
    n = r.sum(0).clamp_min(1.0)
    m = r.T @ x / n[:, None]
    return r.mean(0), m, torch.stack([r[:, k] @ (x - m[k]) ** 2 / n[k] for k in range(len(n))])
