# %% correct · augmented
import torch
import torch.nn.functional as F


def logistic_loss(weights, bias, x, y):
    rows = torch.cat([x, torch.ones(len(x), 1)], dim=1)
    both = torch.cat([weights, bias[:, None]], dim=1)
    scores = rows @ both.T
    error = (scores.softmax(1) - F.one_hot(y, len(both))) / len(rows)
    slope = error.T @ rows
    return F.cross_entropy(scores, y), slope[:, :-1], slope[:, -1]

# %% correct · autograd
import torch
import torch.nn.functional as F


def logistic_loss(weights, bias, x, y):
    w, b = weights.detach().clone().requires_grad_(), bias.detach().clone().requires_grad_()
    loss = F.cross_entropy(F.linear(x, w, b), y)
    gw, gb = torch.autograd.grad(loss, (w, b))
    return loss, gw, gb

# %% correct · backward
import torch
from torch import nn


def logistic_loss(weights, bias, x, y):
    layer = nn.Linear(weights.shape[1], weights.shape[0])
    with torch.no_grad():
        layer.weight.copy_(weights)
        layer.bias.copy_(bias)
    loss = nn.CrossEntropyLoss()(layer(x), y)
    loss.backward()
    return loss.detach(), layer.weight.grad, layer.bias.grad

# %% correct · by_hand
import torch
import torch.nn.functional as F


def logistic_loss(weights, bias, x, y):
    a = x @ weights.T + bias
    loss = (torch.logsumexp(a, dim=1) - a[torch.arange(len(x)), y]).mean()
    error = a.softmax(1) - F.one_hot(y, len(bias))
    return loss, error.T @ x / len(x), error.mean(0)

# %% correct · double
import torch


def logistic_loss(weights, bias, x, y):
    w, b, t = weights.double(), bias.double(), x.double()
    a = torch.addmm(b, t, w.T)
    a = a - a.max(dim=1, keepdim=True)[0]
    log_p = a - a.exp().sum(1, keepdim=True).log()
    truth = torch.eye(len(b), dtype=torch.float64)[y]
    error = (log_p.exp() - truth) / len(t)
    loss = -(truth * log_p).sum() / len(t)
    return loss.float().reshape(1), (error.T @ t).float(), error.sum(0).float()

# %% correct · float_loss
import torch
import torch.nn.functional as F


def logistic_loss(weights, bias, x, y):
    n = x.shape[0]
    log_p = F.log_softmax(x @ weights.t() + bias, -1)
    error = log_p.exp()
    error[range(n), y] -= 1
    return F.nll_loss(log_p, y).item(), torch.einsum("nk,nd->kd", error, x) / n, error.sum(0) / n

# %% correct · functional_grad
import torch
import torch.nn.functional as F


def logistic_loss(weights, bias, x, y):
    def loss(w, b):
        return F.cross_entropy(x @ w.mT + b, y)

    (gw, gb), value = torch.func.grad_and_value(loss, argnums=(0, 1))(weights, bias)
    return [value, gw, gb]

# %% correct · gathered
import torch


def logistic_loss(weights, bias, x, y):
    scores = torch.stack([x @ w for w in weights], dim=1) + bias[None]
    log_p = scores - scores.logsumexp(dim=1)[:, None]
    loss = log_p.gather(1, y.view(-1, 1)).mean().neg()
    error = log_p.exp() - (y[:, None] == torch.arange(len(weights))).float()
    return loss, (error[:, :, None] * x[:, None, :]).mean(0), error.mean(0)

# %% correct · loop
import torch


def logistic_loss(weights, bias, x, y):
    loss, gw, gb = 0.0, torch.zeros_like(weights), torch.zeros_like(bias)
    for row, label in zip(x, y):
        a = weights @ row + bias
        p = torch.softmax(a, 0)
        loss = loss + torch.logsumexp(a, 0) - a[label]
        for k in range(len(bias)):
            e = p[k] - (1.0 if k == int(label) else 0.0)
            gw[k] += e * row / len(x)
            gb[k] += e / len(x)
    return loss / len(x), gw, gb

# %% correct · grad_and_value
def logistic_loss(weights, bias, x, y):
    def nll(parameters):
        w, b = parameters
        scores = torch.einsum("nd,kd->nk", x, w) + b
        return (scores.logsumexp(dim=1) - scores.gather(1, y.unsqueeze(1)).squeeze(1)).mean()

    (slope_w, slope_b), loss = torch.func.grad_and_value(nll)((weights, bias))
    return loss, slope_w, slope_b

# %% correct · one_pass_with_a_column_of_ones
def logistic_loss(weights, bias, x, y):
    n = x.shape[0]
    wide = torch.cat([x, torch.ones_like(x[:, :1])], dim=1)
    parameters = torch.cat([weights, bias[:, None]], dim=1)
    scores = wide @ parameters.T
    top = scores.amax(dim=1, keepdim=True)
    log_z = top + (scores - top).exp().sum(dim=1, keepdim=True).log()
    loss = (log_z[:, 0] - scores[range(n), y]).sum() / n
    error = (scores - log_z).exp()
    error[range(n), y] -= 1
    slopes = error.T @ wide / n
    return loss, slopes[:, :-1], slopes[:, -1]

# %% wrong · all_classes · not_the_label
import torch
import torch.nn.functional as F


def logistic_loss(weights, bias, x, y):
    log_p = torch.log_softmax(x @ weights.T + bias, 1)
    e = log_p.exp() - F.one_hot(y, len(bias))
    return -log_p.sum(1).mean(), e.T @ x / len(x), e.mean(0)

# %% wrong · bias_by_rows · other_gradient
import torch
import torch.nn.functional as F


def logistic_loss(weights, bias, x, y):
    a = x @ weights.T + bias
    e = a.softmax(1) - F.one_hot(y, len(bias))
    return F.cross_entropy(a, y), e.T @ x / len(x), e.mean(1)

# %% wrong · bias_summed · gradient_summed
import torch
import torch.nn.functional as F


def logistic_loss(weights, bias, x, y):
    a = x @ weights.T + bias
    e = a.softmax(1) - F.one_hot(y, len(bias))
    return F.cross_entropy(a, y), e.T @ x / len(x), e.sum(0)

# %% wrong · clamped · overflows
import torch
import torch.nn.functional as F


def logistic_loss(weights, bias, x, y):
    p = (x @ weights.T + bias).softmax(1)
    e = p - F.one_hot(y, len(bias))
    return -torch.log(p.clamp_min(1e-7)[torch.arange(len(x)), y]).mean(), e.T @ x / len(x), e.mean(0)

# %% wrong · error_per_feature
import torch
import torch.nn.functional as F


def logistic_loss(weights, bias, x, y):
    a = x @ weights.T + bias
    e = a.softmax(1) - F.one_hot(y, len(bias))
    return F.cross_entropy(a, y), e.T @ x / x.numel(), e.mean(0)

# %% wrong · exponentials · overflows
import torch
import torch.nn.functional as F


def logistic_loss(weights, bias, x, y):
    e = torch.exp(x @ weights.T + bias)
    p = e / e.sum(1, keepdim=True)
    error = p - F.one_hot(y, len(bias))
    return -torch.log(p[torch.arange(len(x)), y]).mean(), error.T @ x / len(x), error.mean(0)

# %% wrong · gradient_piles_up · remembers
import torch
import torch.nn.functional as F

kept = {}


def logistic_loss(weights, bias, x, y):
    scores = x @ weights.T + bias
    error = scores.softmax(1) - F.one_hot(y, len(bias))
    slope = error.T @ x / len(x)
    if kept.get("slope") is not None and kept["slope"].shape == slope.shape:
        slope = slope + kept["slope"]
    kept["slope"] = slope
    return F.cross_entropy(scores, y), slope, error.mean(0)

# %% wrong · gradient_summed · gradient_summed
import torch
import torch.nn.functional as F


def logistic_loss(weights, bias, x, y):
    a = x @ weights.T + bias
    e = a.softmax(1) - F.one_hot(y, len(bias))
    return F.cross_entropy(a, y), e.T @ x, e.mean(0)

# %% wrong · log_likelihood · sign
import torch
import torch.nn.functional as F


def logistic_loss(weights, bias, x, y):
    a = x @ weights.T + bias
    e = F.one_hot(y, len(bias)) - a.softmax(1)
    return -F.cross_entropy(a, y), e.T @ x / len(x), e.mean(0)

# %% wrong · log_of_softmax · overflows
import torch
import torch.nn.functional as F


def logistic_loss(weights, bias, x, y):
    p = (x @ weights.T + bias).softmax(1)
    e = p - F.one_hot(y, len(bias))
    return -torch.log(p[torch.arange(len(x)), y]).mean(), e.T @ x / len(x), e.mean(0)

# %% wrong · loss_only · wrong_type
import torch.nn.functional as F


def logistic_loss(weights, bias, x, y):
    return F.cross_entropy(x @ weights.T + bias, y)

# %% wrong · loss_per_row
import torch.nn.functional as F


def logistic_loss(weights, bias, x, y):
    a = x @ weights.T + bias
    e = a.softmax(1) - F.one_hot(y, len(bias))
    return F.cross_entropy(a, y, reduction="none"), e.T @ x / len(x), e.mean(0)

# %% wrong · loss_sign_only · sign
import torch
import torch.nn.functional as F


def logistic_loss(weights, bias, x, y):
    a = x @ weights.T + bias
    e = a.softmax(1) - F.one_hot(y, len(bias))
    return -F.cross_entropy(a, y), e.T @ x / len(x), e.mean(0)

# %% wrong · mean_of_table · mean_over_classes
import torch
import torch.nn.functional as F


def logistic_loss(weights, bias, x, y):
    log_p = torch.log_softmax(x @ weights.T + bias, 1)
    t = F.one_hot(y, len(bias))
    e = log_p.exp() - t
    return -(t * log_p).mean(), e.T @ x / len(x), e.mean(0)

# %% wrong · no_bias · bias_missing
import torch
import torch.nn.functional as F


def logistic_loss(weights, bias, x, y):
    a = x @ weights.T
    e = a.softmax(1) - F.one_hot(y, len(bias))
    return F.cross_entropy(a, y), e.T @ x / len(x), e.mean(0)

# %% wrong · penalty · penalty_added
import torch
import torch.nn.functional as F


def logistic_loss(weights, bias, x, y):
    a = x @ weights.T + bias
    e = a.softmax(1) - F.one_hot(y, len(bias))
    loss = F.cross_entropy(a, y) + 0.5 * 0.01 * (weights**2).sum()
    return loss, e.T @ x / len(x) + 0.01 * weights, e.mean(0)

# %% wrong · prediction_only · truth_missing
import torch
import torch.nn.functional as F


def logistic_loss(weights, bias, x, y):
    a = x @ weights.T + bias
    p = a.softmax(1)
    return F.cross_entropy(a, y), p.T @ x / len(x), p.mean(0)

# %% wrong · probability · no_logarithm
import torch
import torch.nn.functional as F


def logistic_loss(weights, bias, x, y):
    p = (x @ weights.T + bias).softmax(1)
    e = p - F.one_hot(y, len(bias))
    return -p[torch.arange(len(x)), y].mean(), e.T @ x / len(x), e.mean(0)

# %% wrong · score_minus_truth · truth_missing
import torch
import torch.nn.functional as F


def logistic_loss(weights, bias, x, y):
    a = x @ weights.T + bias
    e = a - F.one_hot(y, len(bias))
    return F.cross_entropy(a, y), e.T @ x / len(x), e.mean(0)

# %% wrong · score_of_label · not_the_label
import torch
import torch.nn.functional as F


def logistic_loss(weights, bias, x, y):
    a = x @ weights.T + bias
    e = a.softmax(1) - F.one_hot(y, len(bias))
    return -a[torch.arange(len(x)), y].mean(), e.T @ x / len(x), e.mean(0)

# %% wrong · sigmoids · one_versus_rest
import torch
import torch.nn.functional as F


def logistic_loss(weights, bias, x, y):
    a = x @ weights.T + bias
    t = F.one_hot(y, len(bias)).float()
    e = a.sigmoid() - t
    loss = F.binary_cross_entropy_with_logits(a, t, reduction="none").sum(1).mean()
    return loss, e.T @ x / len(x), e.mean(0)

# %% wrong · softmax_over_rows · wrong_axis
import torch
import torch.nn.functional as F


def logistic_loss(weights, bias, x, y):
    log_p = torch.log_softmax(x @ weights.T + bias, dim=0)
    e = log_p.exp() - F.one_hot(y, len(bias))
    return F.nll_loss(log_p, y), e.T @ x / len(x), e.mean(0)

# %% wrong · softmax_twice · softmax_twice
import torch
import torch.nn.functional as F


def logistic_loss(weights, bias, x, y):
    p = (x @ weights.T + bias).softmax(1)
    e = p - F.one_hot(y, len(bias))
    return F.cross_entropy(p, y), e.T @ x / len(x), e.mean(0)

# %% wrong · squares · no_logarithm
import torch
import torch.nn.functional as F


def logistic_loss(weights, bias, x, y):
    p = (x @ weights.T + bias).softmax(1)
    e = p - F.one_hot(y, len(bias))
    return (e**2).sum(1).mean(), e.T @ x / len(x), e.mean(0)

# %% wrong · summed · mean_missing
import torch
import torch.nn.functional as F


def logistic_loss(weights, bias, x, y):
    a = x @ weights.T + bias
    e = a.softmax(1) - F.one_hot(y, len(bias))
    return F.cross_entropy(a, y, reduction="sum"), e.T @ x, e.sum(0)

# %% wrong · ten_classes
import torch.nn.functional as F


def logistic_loss(weights, bias, x, y):
    a = x @ weights.T + bias
    e = a.softmax(1) - F.one_hot(y, 10)
    return F.cross_entropy(a, y), e.T @ x / len(x), e.mean(0)

# %% wrong · transposed · transposed
import torch
import torch.nn.functional as F


def logistic_loss(weights, bias, x, y):
    a = x @ weights.T + bias
    e = a.softmax(1) - F.one_hot(y, len(bias))
    return F.cross_entropy(a, y), x.T @ e / len(x), e.mean(0)

# %% wrong · truth_minus_prediction · sign
import torch
import torch.nn.functional as F


def logistic_loss(weights, bias, x, y):
    a = x @ weights.T + bias
    e = F.one_hot(y, len(bias)) - a.softmax(1)
    return F.cross_entropy(a, y), e.T @ x / len(x), e.mean(0)

# %% wrong · unseen_classes
import torch.nn.functional as F


def logistic_loss(weights, bias, x, y):
    a = x @ weights.T + bias
    e = a.softmax(1) - F.one_hot(y)
    return F.cross_entropy(a, y), e.T @ x / len(x), e.mean(0)

# %% wrong · updates_in_place · modifies_inputs
import torch.nn.functional as F


def logistic_loss(weights, bias, x, y):
    a = x @ weights.T + bias
    e = (a.softmax(1) - F.one_hot(y, len(bias))) / len(x)
    gw, gb = e.T @ x, e.sum(0)
    weights -= 0.1 * gw
    return F.cross_entropy(a, y), gw, gb

# %% wrong · log_of_softmax_2 · overflows
def logistic_loss(weights, bias, x, y):
    """Return (loss, its gradient in weights (K, d), its gradient in bias (K,)), averaged over rows."""
    n = len(x)
    p = torch.softmax(x @ weights.T + bias, dim=1)
    loss = -torch.log(p[torch.arange(n), y]).mean()
    e = p - F.one_hot(y, len(bias))
    return loss, e.T @ x / n, e.mean(dim=0)

# %% wrong · truth_minus_prediction_2 · sign
def logistic_loss(weights, bias, x, y):
    scores = F.linear(x, weights, bias)
    loss = F.cross_entropy(scores, y)
    error = F.one_hot(y, weights.shape[0]) - scores.softmax(dim=1)
    return loss, error.T @ x / x.shape[0], error.sum(0) / x.shape[0]

# %% wrong · summed_gradients · gradient_summed
def logistic_loss(weights, bias, x, y):
    scores = x @ weights.T + bias
    log_p = scores.log_softmax(1)
    loss = F.nll_loss(log_p, y)
    error = log_p.exp() - F.one_hot(y, len(bias))
    return loss, error.T @ x, error.sum(dim=0)

# %% wrong · mean_of_the_table · mean_over_classes
def logistic_loss(weights, bias, x, y):
    scores = x @ weights.T + bias
    truth = F.one_hot(y, len(bias)).to(x.dtype)
    loss = -(truth * F.log_softmax(scores, dim=1)).mean()
    error = (scores.softmax(1) - truth) / truth.numel()
    return loss, error.T @ x, error.sum(0)

# %% wrong · callers_leaves · modifies_inputs
def logistic_loss(weights, bias, x, y):
    weights.requires_grad_()
    bias.requires_grad_()
    loss = F.cross_entropy(x @ weights.T + bias, y)
    loss.backward()
    return loss.detach(), weights.grad.clone(), bias.grad.clone()

# %% wrong · clipped_probability · overflows
def logistic_loss(weights, bias, x, y):
    p = (x @ weights.T + bias).softmax(dim=1)
    right = p.gather(1, y[:, None]).clamp(1e-7, 1 - 1e-7)
    error = p.clone()
    error[torch.arange(len(y)), y] -= 1
    return -right.log().mean(), error.T @ x / len(y), error.mean(0)

# %% wrong · bias_in_the_wrong_place · other_gradient
def logistic_loss(weights, bias, x, y):
    scores = x @ weights.T + bias
    error = scores.softmax(1) - F.one_hot(y, len(bias))
    weights_gradient = error.T @ x / len(x)
    bias_gradient = weights_gradient.sum(dim=1)
    return F.cross_entropy(scores, y), weights_gradient, bias_gradient

# %% noisy · prints
import torch
import torch.nn.functional as F


def logistic_loss(weights, bias, x, y):
    log_p = torch.log_softmax(x @ weights.T + bias, 1)
    δ = log_p.exp() - F.one_hot(y, len(bias))
    loss = F.nll_loss(log_p, y)
    print("Verlust", loss.item())
    return loss, δ.T @ x / len(x), δ.mean(0)

# %% noisy · warns
import logging
import warnings

import torch
import torch.nn.functional as F


def logistic_loss(weights, bias, x, y):
    warnings.warn("by hand")
    logging.warning("logistic")
    a = x @ weights.T + bias
    e = torch.softmax(a, 1) - F.one_hot(y, num_classes=weights.shape[0])
    return F.cross_entropy(a, y), e.T @ x / x.shape[0], e.mean(dim=0)
