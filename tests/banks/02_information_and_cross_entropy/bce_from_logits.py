# %% correct · bernoulli
import torch


def bce_from_logits(logits, labels):
    return -torch.distributions.Bernoulli(logits=logits.reshape(-1)).log_prob(labels.reshape(-1)).mean()

# %% correct · by_hand
import torch


def bce_from_logits(logits, labels):
    a, y = logits.reshape(-1), labels.reshape(-1)
    return (a.clamp(min=0) - a * y + torch.log1p(torch.exp(-a.abs()))).mean()

# %% correct · logaddexp
import torch


def bce_from_logits(logits, labels):
    a, y = logits.view(-1), labels.view(-1)
    return (torch.logaddexp(a, torch.zeros_like(a)) - a * y).mean()

# %% correct · logsigmoid
import torch.nn.functional as F


def bce_from_logits(logits, labels):
    a, y = logits.flatten(), labels.flatten()
    return -(y * F.logsigmoid(a) + (1 - y) * F.logsigmoid(-a)).mean()

# %% correct · masks
import torch.nn.functional as F


def bce_from_logits(logits, labels):
    a, y = logits.reshape(-1), labels.reshape(-1).bool()
    return (F.softplus(-a[y]).sum() + F.softplus(a[~y]).sum()) / a.numel()

# %% correct · module
import torch


def bce_from_logits(logits, labels):
    return torch.nn.BCEWithLogitsLoss()(logits.squeeze(), labels.squeeze().view_as(logits.squeeze()))

# %% correct · nll_two_columns
def bce_from_logits(logits, labels):
    a, y = logits.reshape(-1, 1), labels.reshape(-1).long()
    return F.cross_entropy(torch.cat([torch.zeros_like(a), a], 1), y)

# %% correct · relu
import torch


def bce_from_logits(logits, labels):
    a, y = logits.reshape(-1, 1), labels.reshape(-1, 1)
    return torch.mean(torch.relu(a) - a * y + torch.log(1 + torch.exp(-torch.abs(a))))

# %% correct · signed
import torch.nn.functional as F


def bce_from_logits(logits, labels):
    a, y = logits.reshape(-1), labels.reshape(-1)
    return F.softplus((1 - 2 * y) * a).mean()

# %% correct · softplus
import torch.nn.functional as F


def bce_from_logits(logits, labels):
    a, y = logits.reshape(-1), labels.reshape(-1)
    return (F.softplus(a) - y * a).mean()

# %% correct · torch_function
import torch.nn.functional as F


def bce_from_logits(logits, labels):
    return F.binary_cross_entropy_with_logits(logits.reshape(-1), labels.reshape(-1))

# %% correct · two_outputs
import torch
import torch.nn.functional as F


def bce_from_logits(logits, labels):
    a, y = logits.reshape(-1), labels.reshape(-1).long()
    return F.cross_entropy(torch.stack([torch.zeros_like(a), a], dim=1), y)

# %% correct · vmap
def bce_from_logits(logits, labels):
    return torch.vmap(lambda a, y: F.softplus(a) - y * a)(logits.reshape(-1), labels.reshape(-1)).mean()

# %% correct · where
import torch
import torch.nn.functional as F


def bce_from_logits(logits, labels):
    a = logits.reshape(labels.shape)
    return torch.where(labels == 1, F.softplus(-a), F.softplus(a)).mean()

# %% wrong · as_probabilities · expects_probabilities
import torch


def bce_from_logits(logits, labels):
    p, y = logits.reshape(-1), labels.reshape(-1)
    return -(y * torch.log(p) + (1 - y) * torch.log(1 - p)).mean()

# %% wrong · bits · wrong_base
import math
import torch.nn.functional as F


def bce_from_logits(logits, labels):
    a, y = logits.reshape(-1), labels.reshape(-1)
    return (F.softplus(a) - y * a).mean() / math.log(2)

# %% wrong · broadcast · shapes_mixed
import torch.nn.functional as F


def bce_from_logits(logits, labels):
    return (F.softplus(logits) - labels * logits).mean()

# %% wrong · clamp_hundred · clipped
def bce_from_logits(logits, labels):
    a, y = logits.reshape(-1).clamp(-100, 100), labels.reshape(-1)
    return (F.softplus(a) - a * y).mean()

# %% wrong · clamped_logits · clipped
import torch.nn.functional as F


def bce_from_logits(logits, labels):
    a, y = logits.reshape(-1).clamp(-30, 30), labels.reshape(-1)
    return (F.softplus(a) - y * a).mean()

# %% wrong · clipped · clipped
import torch


def bce_from_logits(logits, labels):
    p, y = torch.sigmoid(logits.reshape(-1)).clamp(1e-7, 1 - 1e-7), labels.reshape(-1)
    return -(y * torch.log(p) + (1 - y) * torch.log(1 - p)).mean()

# %% wrong · detached · detached
import torch.nn.functional as F


def bce_from_logits(logits, labels):
    a, y = logits.detach().reshape(-1), labels.reshape(-1)
    return (F.softplus(a) - y * a).mean()

# %% wrong · epsilon · clipped
import torch


def bce_from_logits(logits, labels):
    p, y = torch.sigmoid(logits.reshape(-1)), labels.reshape(-1)
    return -(y * torch.log(p + 1e-8) + (1 - y) * torch.log(1 - p + 1e-8)).mean()

# %% wrong · exponential · overflows
import torch


def bce_from_logits(logits, labels):
    a, y = logits.reshape(-1), labels.reshape(-1)
    return (torch.log(1 + torch.exp(a)) - y * a).mean()

# %% wrong · in_place_logits · modifies_inputs
def bce_from_logits(logits, labels):
    a, y = logits.reshape(-1), labels.reshape(-1)
    a *= 1 - 2 * y
    return F.softplus(a).mean()

# %% wrong · item · becomes_number
import torch.nn.functional as F


def bce_from_logits(logits, labels):
    return F.binary_cross_entropy_with_logits(logits.reshape(-1), labels.reshape(-1)).item()

# %% wrong · label_added · label_term
import torch.nn.functional as F


def bce_from_logits(logits, labels):
    a, y = logits.reshape(-1), labels.reshape(-1)
    return (F.softplus(a) + y * a).mean()

# %% wrong · label_forgotten · label_term
import torch.nn.functional as F


def bce_from_logits(logits, labels):
    return F.softplus(logits.reshape(-1)).mean() + 0 * labels.sum()

# %% wrong · labels_swapped · labels_swapped
import torch.nn.functional as F


def bce_from_logits(logits, labels):
    a, y = logits.reshape(-1), labels.reshape(-1)
    return (F.softplus(-a) + y * a).mean()

# %% wrong · maximum_forgotten · unbalanced_exponent
import torch


def bce_from_logits(logits, labels):
    a, y = logits.reshape(-1), labels.reshape(-1)
    return (-a * y + torch.log1p(torch.exp(-a.abs()))).mean()

# %% wrong · naive · overflows
import torch


def bce_from_logits(logits, labels):
    p, y = torch.sigmoid(logits.reshape(-1)), labels.reshape(-1)
    return -(y * torch.log(p) + (1 - y) * torch.log(1 - p)).mean()

# %% wrong · no_absolute · unbalanced_exponent
import torch


def bce_from_logits(logits, labels):
    a, y = logits.reshape(-1), labels.reshape(-1)
    return (a.clamp(min=0) - a * y + torch.log1p(torch.exp(-a))).mean()

# %% wrong · one_term · one_term
import torch.nn.functional as F


def bce_from_logits(logits, labels):
    return (labels.reshape(-1) * F.softplus(-logits.reshape(-1))).mean()

# %% wrong · per_sample · mean_missing
import torch.nn.functional as F


def bce_from_logits(logits, labels):
    return F.binary_cross_entropy_with_logits(logits.reshape(-1), labels.reshape(-1), reduction="none")

# %% wrong · sigmoid_twice · sigmoid_twice
import torch
import torch.nn.functional as F


def bce_from_logits(logits, labels):
    p, y = torch.sigmoid(logits.reshape(-1)), labels.reshape(-1)
    return F.binary_cross_entropy_with_logits(p, y)

# %% wrong · sign · sign
import torch.nn.functional as F


def bce_from_logits(logits, labels):
    a, y = logits.reshape(-1), labels.reshape(-1)
    return (y * a - F.softplus(a)).mean()

# %% wrong · squared · squared
import torch


def bce_from_logits(logits, labels):
    return ((torch.sigmoid(logits.reshape(-1)) - labels.reshape(-1)) ** 2).mean()

# %% wrong · summed · mean_missing
import torch.nn.functional as F


def bce_from_logits(logits, labels):
    return F.binary_cross_entropy_with_logits(logits.reshape(-1), labels.reshape(-1), reduction="sum")

# %% wrong · torch_bce_clips · clipped
import torch
import torch.nn.functional as F


def bce_from_logits(logits, labels):
    return F.binary_cross_entropy(torch.sigmoid(logits.reshape(-1)), labels.reshape(-1))

# %% wrong · torch_refuses · shapes_mixed
import torch.nn.functional as F


def bce_from_logits(logits, labels):
    return F.binary_cross_entropy_with_logits(logits, labels)

# %% wrong · two_means · two_means
import torch.nn.functional as F


def bce_from_logits(logits, labels):
    a, y = logits.reshape(-1), labels.reshape(-1)
    return F.softplus(-a[y == 1]).mean() + F.softplus(a[y == 0]).mean()

# %% noisy · compares_with_torch
import torch.nn.functional as F


def bce_from_logits(logits, labels):
    import logging

    a, y = logits.reshape(-1), labels.reshape(-1)
    loss = (F.softplus(a) - y * a).mean()
    logging.warning("torch says %s", F.binary_cross_entropy_with_logits(a, y).item())
    return loss

# %% noisy · times_itself
import torch.nn.functional as F


def bce_from_logits(logits, labels):
    import time

    start = time.perf_counter()
    a, y = logits.reshape(-1), labels.reshape(-1)
    loss = (F.softplus(a) - y * a).mean()
    print(f"{1e3 * (time.perf_counter() - start):.1f} ms")
    return loss

# %% wrong · through_the_probability · overflows
def bce_from_logits(logits, labels):
    """Return the mean binary cross-entropy in nats, exact for any logits; shapes (N,) or (N, 1)."""
    a, y = logits.reshape(-1), labels.reshape(-1)
    p = torch.sigmoid(a)
    return -(y * p.log() + (1 - y) * (1 - p).log()).mean()

# %% wrong · pytorchs_clipping · clipped
def bce_from_logits(logits, labels):
    a, y = logits.flatten(), labels.flatten()
    return F.binary_cross_entropy(torch.sigmoid(a), y)

# %% wrong · plain_softplus · overflows
def bce_from_logits(logits, labels):
    a, y = logits.flatten(), labels.flatten()
    return (torch.log(1 + torch.exp(a)) - y * a).mean()

# %% wrong · two_branches · overflows
def bce_from_logits(logits, labels):
    a, y = logits.reshape(-1), labels.reshape(-1)
    softplus = torch.where(a > 30, a, torch.log1p(torch.exp(a)))
    return (softplus - y * a).mean()

# %% wrong · bounded_logits · clipped
def bce_from_logits(logits, labels):
    a, y = logits.flatten().clamp(-30, 30), labels.flatten()
    return (F.softplus(a) - y * a).mean()

# %% wrong · margin_loss · overflows
def bce_from_logits(logits, labels):
    a, y = logits.reshape(-1), labels.reshape(-1)
    return F.soft_margin_loss(a, 2 * y - 1)

# %% wrong · right_for_columns · shapes_mixed
def bce_from_logits(logits, labels):
    return (F.softplus(logits) - labels * logits).mean()

# %% wrong · slope_without_the_large_part · slope_cut
def bce_from_logits(logits, labels):
    a, y = logits.view(-1), labels.view(-1)
    top = a.clamp(min=0).detach()  # only a number that is taken out
    softplus = top + torch.log1p(torch.exp(-a.abs()))
    return (softplus - y * a).mean()

# %% correct · logaddexp_too
def bce_from_logits(logits, labels):
    a, y = logits.ravel(), labels.ravel()
    return torch.logaddexp(torch.zeros_like(a), a).sub(y * a).mean()

# %% correct · softmax_with_a_zero
def bce_from_logits(logits, labels):
    two = F.pad(logits.reshape(-1, 1), (1, 0))  # outputs (0, a)
    return F.cross_entropy(two, labels.reshape(-1).long())

# %% correct · signed_logsigmoid
def bce_from_logits(logits, labels):
    sign = 2 * labels.reshape(logits.shape) - 1
    return -F.logsigmoid(sign * logits).mean()
