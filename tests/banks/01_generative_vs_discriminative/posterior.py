# %% correct · by_hand
import torch


def posterior(scores):
    shifted = torch.exp(scores - scores.amax(dim=1, keepdim=True))
    return shifted / shifted.sum(dim=1, keepdim=True)

# %% correct · categorical
import torch


def posterior(scores):
    return torch.distributions.Categorical(logits=scores).probs

# %% correct · differences
import torch


def posterior(scores):
    # 1 / Σ_l e^(s_l − s_k), with the exponent kept from overflowing
    gaps = scores[:, None, :] - scores[:, :, None]
    return torch.exp(-torch.logsumexp(gaps, dim=2))

# %% correct · functional
import torch.nn.functional as F


def posterior(scores):
    return F.softmax(scores, dim=-1)

# %% correct · log_softmax
import torch


def posterior(scores):
    return torch.log_softmax(scores.double(), 1).exp()

# %% correct · loop
import math

import torch


def posterior(scores):
    rows = []
    for row in scores.tolist():
        top = max(row)
        parts = [math.exp(s - top) for s in row]
        rows.append([p / sum(parts) for p in parts])
    return torch.tensor(rows)

# %% correct · module
from torch import nn


def posterior(scores):
    return nn.Softmax(dim=1)(scores)

# %% correct · numpy_stable
import numpy as np
import torch
from scipy.special import logsumexp


def posterior(scores):
    s = scores.detach().numpy().astype(np.float64)
    return torch.from_numpy(np.exp(s - logsumexp(s, axis=1, keepdims=True)))

# %% correct · softmax
def posterior(scores):
    return scores.softmax(dim=1)

# %% correct · ratios_to_every_rival
def posterior(scores):
    # 1 / sum_l exp(s_l - s_k): an overflow in the sum means a probability of 0
    rivals = scores[:, None, :] - scores[:, :, None]
    return 1 / rivals.exp().sum(dim=-1)

# %% correct · categorical_distribution
def posterior(scores):
    return torch.distributions.Categorical(logits=scores).probs

# %% correct · logsumexp_row_by_row
def posterior(scores):
    def bayes(row):
        return (row - torch.logsumexp(row, dim=-1)).exp()

    return torch.func.vmap(bayes)(scores)

# %% wrong · argmax · verdict
def posterior(scores):
    return scores.argmax(dim=1)

# %% wrong · base_two · other_exponential
def posterior(scores):
    e = 2**scores
    return e / e.sum(1, keepdim=True)

# %% wrong · clamped · underflow
import torch


def posterior(scores):
    e = torch.exp(scores.clamp(-80, 80))
    return e / e.sum(dim=1, keepdim=True)

# %% wrong · columns · wrong_axis
def posterior(scores):
    return scores.softmax(dim=0)

# %% wrong · divided_logs · no_exponential
def posterior(scores):
    return scores / scores.sum(dim=1, keepdim=True)

# %% wrong · epsilon · underflow
import torch


def posterior(scores):
    e = torch.exp(scores)
    return e / (e.sum(dim=1, keepdim=True) + 1e-12)

# %% wrong · global_maximum · underflow
import torch


def posterior(scores):
    e = torch.exp(scores - scores.max())
    return e / e.sum(dim=1, keepdim=True)

# %% wrong · in_place · modifies_inputs
def posterior(scores):
    scores -= scores.amax(1, keepdim=True)
    e = scores.exp()
    return e / e.sum(1, keepdim=True)

# %% wrong · in_place_logsumexp · modifies_inputs
def posterior(scores):
    return scores.sub_(scores.logsumexp(1, keepdim=True)).exp()

# %% wrong · log · log_returned
def posterior(scores):
    return scores.log_softmax(1)

# %% wrong · mean_for_sum · joint_not_normalised
import torch


def posterior(scores):
    e = torch.exp(scores - scores.amax(1, keepdim=True))
    return e / e.mean(1, keepdim=True)

# %% wrong · minimum_subtracted · underflow
import torch


def posterior(scores):
    e = torch.exp(scores - scores.amin(1, keepdim=True))
    return e / e.sum(dim=1, keepdim=True)

# %% wrong · naive · underflow
import torch


def posterior(scores):
    e = torch.exp(scores)
    return e / e.sum(dim=1, keepdim=True)

# %% wrong · naive_double · underflow
import torch


def posterior(scores):
    e = torch.exp(scores.double())
    return e / e.sum(dim=1, keepdim=True)

# %% wrong · nan_to_num · underflow
import torch


def posterior(scores):
    e = torch.exp(scores)
    return torch.nan_to_num(e / e.sum(dim=1, keepdim=True))

# %% wrong · negative · other_exponential
def posterior(scores):
    return (-scores).softmax(1)

# %% wrong · no_keepdim · raises
import torch


def posterior(scores):
    e = torch.exp(scores)
    return e / e.sum(dim=1)

# %% wrong · not_normalised · joint_not_normalised
import torch


def posterior(scores):
    return torch.exp(scores)

# %% wrong · shifted_not_normalised · joint_not_normalised
import torch


def posterior(scores):
    return torch.exp(scores - scores.amax(1, keepdim=True))

# %% wrong · sigmoid · no_exponential
import torch


def posterior(scores):
    return torch.sigmoid(scores)

# %% wrong · softmax_of_joint · other_exponential
import torch


def posterior(scores):
    return torch.exp(scores).softmax(1)

# %% wrong · two_classes_only
import torch


def posterior(scores):
    p = torch.sigmoid(scores[:, 1] - scores[:, 0])
    return torch.stack([1 - p, p], dim=1)

# %% wrong · verdict · verdict
import torch.nn.functional as F


def posterior(scores):
    return F.one_hot(scores.argmax(1), scores.shape[1]).float()

# %% wrong · whole_table · wrong_axis
import torch


def posterior(scores):
    e = torch.exp(scores)
    return e / e.sum()

# %% wrong · plain_exponential · underflow
def posterior(scores):
    """Return P(y=k | x) from log joints of shape (N, K); same shape, rows add up to 1."""
    e = torch.exp(scores)
    return e / e.sum(dim=1, keepdim=True)

# %% wrong · one_maximum_for_all_rows · underflow
def posterior(scores):
    e = torch.exp(scores - scores.max())
    return e / e.sum(dim=1, keepdim=True)

# %% wrong · minus_the_row_mean · underflow
def posterior(scores):
    centred = scores - scores.mean(dim=1, keepdim=True)
    e = centred.exp()
    return e / e.sum(dim=1, keepdim=True)

# %% wrong · across_the_rows · wrong_axis
def posterior(scores):
    return torch.softmax(scores, dim=0)

# %% wrong · epsilon_in_both · underflow
def posterior(scores):
    eps = 1e-30
    e = torch.exp(scores.clamp(max=80.0)) + eps
    return e / e.sum(dim=1, keepdim=True)

# %% wrong · unit_length · joint_not_normalised
def posterior(scores):
    e = torch.exp(scores - scores.amax(dim=1, keepdim=True))
    return F.normalize(e, dim=1)

# %% wrong · double_precision · underflow
def posterior(scores):
    e = scores.double().exp()
    return (e / e.sum(dim=1, keepdim=True)).to(scores.dtype)

# %% noisy · prints
def posterior(scores):
    p = scores.softmax(1)
    print("Zeilensummen", p.sum(1))
    return p

# %% noisy · warns
import logging
import warnings

import torch


def posterior(scores):
    warnings.warn("in log space")
    logging.info("bayes")
    return (scores - scores.logsumexp(1, keepdim=True)).exp()
