# %% correct · gaussian_nll
import torch
import torch.nn.functional as F


def log_joint(x, priors, means, variances):
    n, (k, d) = len(x), means.shape
    shape = (n, k, d)
    nll = F.gaussian_nll_loss(x[:, None].expand(shape), means.expand(shape), variances.expand(shape), full=True, reduction="none")
    return priors.log() - nll.sum(2)

# %% correct · independent
import torch
from torch.distributions import Independent, Normal


def log_joint(x, priors, means, variances):
    each = Independent(Normal(means, variances**0.5), 1)
    return torch.log(priors) + each.log_prob(x.unsqueeze(1))

# %% correct · list_of_classes
import math


def log_joint(x, priors, means, variances):
    columns = []
    for p, m, v in zip(priors, means, variances):
        columns.append(p.log() - x.shape[1] / 2 * math.log(2 * math.pi) - v.log().sum() / 2 - ((x - m) ** 2 / v).sum(1) / 2)
    import torch

    return torch.stack(columns, dim=1)

# %% correct · loop
import math

import torch


def log_joint(x, priors, means, variances):
    out = torch.zeros(len(x), len(priors))
    for k in range(len(priors)):
        out[:, k] += torch.log(priors[k])
        for j in range(x.shape[1]):
            out[:, k] -= 0.5 * torch.log(2 * math.pi * variances[k, j])
            out[:, k] -= (x[:, j] - means[k, j]) ** 2 / (2 * variances[k, j])
    return out

# %% correct · matmul
import math

import torch


def log_joint(x, priors, means, variances):
    x, means, precision = x.double(), means.double(), 1 / variances.double()
    square = x**2 @ precision.T - 2 * x @ (means * precision).T + (means**2 * precision).sum(1)
    norm = torch.log(2 * math.pi * variances).sum(1)
    return (priors.log() - 0.5 * (square + norm)).float()

# %% correct · multivariate
import torch


def log_joint(x, priors, means, variances):
    gauss = torch.distributions.MultivariateNormal(means, torch.diag_embed(variances))
    return gauss.log_prob(x[:, None, :]) + priors.log()[None, :]

# %% correct · normal_distribution
import torch
from torch.distributions import Normal


def log_joint(x, priors, means, variances):
    return Normal(means, variances.sqrt()).log_prob(x[:, None]).sum(-1) + priors.log()

# %% correct · vmap
import math

import torch


def log_joint(x, priors, means, variances):
    def one(row):
        return priors.log() - 0.5 * ((row - means) ** 2 / variances + (2 * math.pi * variances).log()).sum(1)

    return torch.vmap(one)(x)

# %% correct · multivariate_with_diagonal
def log_joint(x, priors, means, variances):
    gauss = torch.distributions.MultivariateNormal(means, scale_tril=torch.diag_embed(variances.sqrt()))
    return gauss.log_prob(x.unsqueeze(1)) + torch.log(priors)

# %% correct · nested_vmap
def log_joint(x, priors, means, variances):
    def score(row, prior, mean, variance):
        quadratic = ((row - mean) ** 2 / variance).sum()
        return prior.log() - 0.5 * (quadratic + variance.log().sum() + row.numel() * math.log(2 * math.pi))

    over_classes = torch.vmap(score, in_dims=(None, 0, 0, 0))
    return torch.vmap(over_classes, in_dims=(0, None, None, None))(x, priors, means, variances)

# %% correct · class_by_class_gaussian_nll
def log_joint(x, priors, means, variances):
    columns = []
    for prior, mean, variance in zip(priors, means, variances):
        nll = F.gaussian_nll_loss(
            mean.expand_as(x), x, variance.expand_as(x), full=True, eps=1e-30, reduction="none"
        )
        columns.append(prior.log() - nll.sum(dim=1))
    return torch.stack(columns, dim=1)

# %% wrong · clamped_features · underflow
from torch.distributions import Normal


def log_joint(x, priors, means, variances):
    each = Normal(means, variances.sqrt()).log_prob(x[:, None]).clamp_min(-50)
    return priors.log() + each.sum(-1)

# %% wrong · densities_added · features_not_summed
from torch.distributions import Normal


def log_joint(x, priors, means, variances):
    return priors.log() + Normal(means, variances.sqrt()).log_prob(x[:, None]).exp().sum(-1).log()

# %% wrong · epsilon · underflow
import math

import torch


def log_joint(x, priors, means, variances):
    density = torch.exp(-((x[:, None] - means) ** 2) / (2 * variances)) / torch.sqrt(2 * math.pi * variances)
    return priors.log() + torch.log(density + 1e-30).sum(-1)

# %% wrong · floor_inside
from torch.distributions import Normal


def log_joint(x, priors, means, variances):
    return Normal(means, (variances + 0.01).sqrt()).log_prob(x[:, None]).sum(-1) + priors.log()

# %% wrong · in_place · modifies_inputs
import math


def log_joint(x, priors, means, variances):
    scores = -0.5 * ((x[:, None] - means) ** 2 / variances + (2 * math.pi * variances).log()).sum(-1)
    return scores + priors.log_()

# %% wrong · joint_itself · not_a_logarithm
from torch.distributions import Normal


def log_joint(x, priors, means, variances):
    return priors * Normal(means, variances.sqrt()).log_prob(x[:, None]).exp().prod(-1)

# %% wrong · log_density_of_x · classes_added
from torch.distributions import Normal


def log_joint(x, priors, means, variances):
    return (Normal(means, variances.sqrt()).log_prob(x[:, None]).sum(-1) + priors.log()).logsumexp(1)

# %% wrong · log_not_halved · constants_missing
import math


def log_joint(x, priors, means, variances):
    return priors.log() - ((2 * math.pi * variances).log() + 0.5 * (x[:, None] - means) ** 2 / variances).sum(-1)

# %% wrong · log_of_density · underflow
import math

import torch


def log_joint(x, priors, means, variances):
    density = torch.exp(-((x[:, None] - means) ** 2) / (2 * variances)) / torch.sqrt(2 * math.pi * variances)
    return priors.log() + density.log().sum(-1)

# %% wrong · mean · features_not_summed
from torch.distributions import Normal


def log_joint(x, priors, means, variances):
    return Normal(means, variances.sqrt()).log_prob(x[:, None]).mean(-1) + priors.log()

# %% wrong · negative · sign
from torch.distributions import Normal


def log_joint(x, priors, means, variances):
    return -(Normal(means, variances.sqrt()).log_prob(x[:, None]).sum(-1) + priors.log())

# %% wrong · no_normalisation · constants_missing
def log_joint(x, priors, means, variances):
    return priors.log() - 0.5 * ((x[:, None] - means) ** 2 / variances).sum(-1)

# %% wrong · no_prior · no_prior
import torch
from torch.distributions import Normal


def log_joint(x, priors, means, variances):
    return Normal(means, variances.sqrt()).log_prob(x[:, None]).sum(-1)

# %% wrong · no_two_pi · constants_missing
def log_joint(x, priors, means, variances):
    return priors.log() - 0.5 * (variances.log() + (x[:, None] - means) ** 2 / variances).sum(-1)

# %% wrong · not_squared · square_wrong
import math


def log_joint(x, priors, means, variances):
    return priors.log() - 0.5 * ((2 * math.pi * variances).log() + (x[:, None] - means) / variances).sum(-1)

# %% wrong · plus · square_wrong
import math


def log_joint(x, priors, means, variances):
    square = (x[:, None] - means) ** 2 / variances
    return priors.log() - 0.5 * ((2 * math.pi * variances).log() - square).sum(-1)

# %% wrong · posterior · already_posterior
from torch.distributions import Normal


def log_joint(x, priors, means, variances):
    return (Normal(means, variances.sqrt()).log_prob(x[:, None]).sum(-1) + priors.log()).log_softmax(1)

# %% wrong · prior_multiplied · prior_not_log
from torch.distributions import Normal


def log_joint(x, priors, means, variances):
    return Normal(means, variances.sqrt()).log_prob(x[:, None]).sum(-1) * priors

# %% wrong · prior_per_feature · prior_not_log
from torch.distributions import Normal


def log_joint(x, priors, means, variances):
    return (Normal(means, variances.sqrt()).log_prob(x[:, None]) + priors.log()[:, None]).sum(-1)

# %% wrong · prior_without_log · prior_not_log
from torch.distributions import Normal


def log_joint(x, priors, means, variances):
    return Normal(means, variances.sqrt()).log_prob(x[:, None]).sum(-1) + priors

# %% wrong · product · underflow
import torch
from torch.distributions import Normal


def log_joint(x, priors, means, variances):
    density = Normal(means, variances.sqrt()).log_prob(x[:, None]).exp()
    return torch.log(priors * density.prod(dim=-1))

# %% wrong · product_clamped · underflow
import torch
from torch.distributions import Normal


def log_joint(x, priors, means, variances):
    density = Normal(means, variances.sqrt()).log_prob(x[:, None]).double().exp()
    return torch.log((priors * density.prod(dim=-1)).clamp_min(1e-300)).float()

# %% wrong · square_without_half · square_wrong
import math


def log_joint(x, priors, means, variances):
    square = (x[:, None] - means) ** 2 / variances
    return priors.log() - (0.5 * (2 * math.pi * variances).log() + square).sum(-1)

# %% wrong · std_in_square · variance_mistaken
import math


def log_joint(x, priors, means, variances):
    square = (x[:, None] - means) ** 2 / variances.sqrt()
    return priors.log() - 0.5 * ((2 * math.pi * variances).log() + square).sum(-1)

# %% wrong · transposed
from torch.distributions import Normal


def log_joint(x, priors, means, variances):
    return (Normal(means, variances.sqrt()).log_prob(x[:, None]).sum(-1) + priors.log()).T

# %% wrong · uniform_prior · no_prior
import math

from torch.distributions import Normal


def log_joint(x, priors, means, variances):
    return Normal(means, variances.sqrt()).log_prob(x[:, None]).sum(-1) - math.log(len(priors))

# %% wrong · variance_as_std · variance_mistaken
from torch.distributions import Normal


def log_joint(x, priors, means, variances):
    return Normal(means, variances).log_prob(x[:, None]).sum(-1) + priors.log()

# %% wrong · variance_as_deviation · variance_mistaken
def log_joint(x, priors, means, variances):
    """Return log p(x, y=k) of naive Bayes for rows x (N, d), shape (N, K)."""
    bells = torch.distributions.Normal(means, variances)
    return bells.log_prob(x[:, None, :]).sum(dim=2) + priors.log()

# %% wrong · no_constant · constants_missing
def log_joint(x, priors, means, variances):
    z = (x.unsqueeze(1) - means) ** 2 / variances
    return torch.log(priors) - 0.5 * (z + torch.log(variances)).sum(-1)

# %% wrong · prior_for_every_feature · prior_not_log
def log_joint(x, priors, means, variances):
    terms = torch.distributions.Normal(means, variances.sqrt()).log_prob(x[:, None, :])
    return (terms + priors.log()[:, None]).sum(dim=-1)

# %% wrong · product_of_densities · underflow
def log_joint(x, priors, means, variances):
    gap = x[:, None, :] - means
    density = torch.exp(-(gap**2) / (2 * variances)) / torch.sqrt(2 * math.pi * variances)
    return torch.log(priors * density.prod(dim=2))

# %% wrong · safe_logarithm · underflow
def log_joint(x, priors, means, variances):
    gap = x[:, None, :] - means
    density = torch.exp(-(gap**2) / (2 * variances)) / torch.sqrt(2 * math.pi * variances)
    return torch.log(priors) + torch.log(density + 1e-30).sum(dim=2)

# %% wrong · clamped_terms · underflow
def log_joint(x, priors, means, variances):
    normal = torch.distributions.Normal(loc=means, scale=variances**0.5)
    terms = normal.log_prob(x[:, None, :]).clamp(min=-100)  # keeps it finite
    return priors.log() + terms.sum(-1)

# %% wrong · normalised_rows · already_posterior
def log_joint(x, priors, means, variances):
    terms = torch.distributions.Normal(means, variances.sqrt()).log_prob(x[:, None, :])
    scores = priors.log() + terms.sum(dim=-1)
    return scores - scores.logsumexp(dim=1, keepdim=True)

# %% wrong · log_of_variance_without_half · constants_missing
def log_joint(x, priors, means, variances):
    gap = x[:, None, :] - means[None, :, :]
    bracket = -torch.log(2 * math.pi * variances) - gap**2 / (2 * variances)
    return torch.log(priors)[None, :] + bracket.sum(dim=2)

# %% noisy · prints
import math
import warnings

import torch


def log_joint(x, priors, means, variances):
    warnings.warn("naive")
    σ = variances.sqrt()
    z = (x[:, None] - means) / σ
    print(z.shape)
    return priors.log() - (0.5 * z**2 + σ.log() + 0.5 * math.log(2 * math.pi)).sum(-1)

# %% noisy · slow
import math
import time

import torch


def log_joint(x, priors, means, variances):
    time.sleep(0.05)
    d = x[:, None, :] - means[None]
    return torch.log(priors) - 0.5 * (d * d / variances + torch.log(2 * math.pi * variances)).sum(dim=2)

# %% wrong · logarithm_never_positive
def log_joint(x, priors, means, variances):
    terms = torch.distributions.Normal(means, variances.sqrt()).log_prob(x[:, None, :])
    return (priors.log() + terms.sum(dim=-1)).clamp(max=0.0)
