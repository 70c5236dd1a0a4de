# %% correct · at_zero
import torch
from torch.distributions import MultivariateNormal


def boundary_terms(priors, means, covariances):
    zero = torch.zeros(means.shape[1])
    height = MultivariateNormal(means, covariances).log_prob(zero) + priors.log()
    inverse = covariances.inverse()
    pull = (inverse @ means.unsqueeze(2)).squeeze(2)
    return (inverse[0] - inverse[1]) / 2, pull[1] - pull[0], height[1] - height[0]

# %% correct · autograd
import torch
from torch.distributions import MultivariateNormal


def boundary_terms(priors, means, covariances):
    # the log odds are a parabola: value, slope and half the second derivative at zero
    gauss = MultivariateNormal(means.double(), covariances.double())

    def odds(x):
        both = gauss.log_prob(x) + priors.double().log()
        return both[1] - both[0]

    zero = torch.zeros(means.shape[1], dtype=torch.float64)
    a = torch.autograd.functional.hessian(odds, zero) / 2
    b = torch.autograd.functional.jacobian(odds, zero)
    return a.float(), b.float(), odds(zero).float()

# %% correct · cholesky
import torch


def boundary_terms(priors, means, covariances):
    factors = torch.linalg.cholesky(covariances.double())
    inverse = torch.cholesky_inverse(factors)
    means = means.double()
    half_log_det = factors.diagonal(dim1=-2, dim2=-1).log().sum(-1)
    terms = []
    for k in (0, 1):
        terms.append((-inverse[k] / 2, inverse[k] @ means[k], priors[k].log() - half_log_det[k] - means[k] @ inverse[k] @ means[k] / 2))
    (a0, b0, c0), (a1, b1, c1) = terms
    return a1 - a0, b1 - b0, c1 - c0

# %% correct · einsum
import torch


def boundary_terms(priors, means, covariances):
    sign = torch.tensor([-1.0, 1.0])
    p = torch.linalg.inv(covariances)
    a = -0.5 * torch.einsum("k,kij->ij", sign, p)
    b = torch.einsum("k,kij,kj->i", sign, p, means)
    each = priors.log() - 0.5 * torch.linalg.slogdet(covariances).logabsdet
    each = each - 0.5 * torch.einsum("ki,kij,kj->k", means, p, means)
    return a, b, sign @ each

# %% correct · not_symmetric
import torch


def boundary_terms(priors, means, covariances):
    # x'Ax only sees the symmetric part, so an upper triangle with doubled corners is as good
    inverse = torch.linalg.inv(covariances)
    a = (inverse[0] - inverse[1]) / 2
    upper = torch.triu(a) + torch.triu(a, 1)
    b = means[1] @ inverse[1] - means[0] @ inverse[0]
    q = torch.stack([m @ i @ m for m, i in zip(means, inverse)])
    s = priors.log() - 0.5 * q - 0.5 * covariances.logdet()
    return upper, b, s.diff().reshape(1)

# %% correct · slogdet_float
import math

import torch


def boundary_terms(priors, means, covariances):
    i0, i1 = torch.linalg.inv(covariances[0]), torch.linalg.inv(covariances[1])
    m0, m1 = means[0], means[1]
    c = math.log(priors[1]) - math.log(priors[0])
    c += 0.5 * (torch.linalg.slogdet(covariances[0])[1] - torch.linalg.slogdet(covariances[1])[1]).item()
    c += 0.5 * (torch.dot(m0, i0.mv(m0)) - torch.dot(m1, i1.mv(m1))).item()
    return [(i0 - i1) * 0.5, i1.mv(m1) - i0.mv(m0), c]

# %% correct · solve
import torch


def boundary_terms(priors, means, covariances):
    eye = torch.eye(means.shape[1])
    p0, p1 = (torch.linalg.solve(c, eye) for c in covariances)
    m0, m1 = means
    a = 0.5 * (p0 - p1)
    b = p1 @ m1 - p0 @ m0
    c = 0.5 * (m0 @ p0 @ m0 - m1 @ p1 @ m1) + 0.5 * (torch.logdet(covariances[0]) - torch.logdet(covariances[1]))
    return a, b, c + torch.log(priors[1] / priors[0])

# %% correct · autograd_at_zero
def boundary_terms(priors, means, covariances):
    def log_odds_at(point):
        gap = point - means
        solved = torch.linalg.solve(covariances, gap.unsqueeze(-1)).squeeze(-1)
        score = priors.log() - 0.5 * torch.linalg.slogdet(covariances).logabsdet - 0.5 * (gap * solved).sum(1)
        return score[1] - score[0]

    zero = torch.zeros_like(means[0])
    a = 0.5 * torch.autograd.functional.hessian(log_odds_at, zero)
    b = torch.autograd.functional.jacobian(log_odds_at, zero)
    return a, b, log_odds_at(zero)

# %% correct · cholesky_and_dictionaries
def boundary_terms(priors, means, covariances):
    def parts(k):
        factor = torch.linalg.cholesky(covariances[k])
        precision = torch.cholesky_inverse(factor)
        pull = precision @ means[k]
        constant = priors[k].log() - factor.diagonal().log().sum() - 0.5 * torch.dot(pull, means[k])
        return {"A": -precision / 2, "b": pull, "c": constant}

    zero, one = parts(0), parts(1)
    return tuple(one[name] - zero[name] for name in "Abc")

# %% wrong · a_sign · classes_swapped
import torch


def boundary_terms(priors, means, covariances):
    i = torch.linalg.inv(covariances)
    p = (i @ means[:, :, None])[:, :, 0]
    s = priors.log() - (means * p).sum(1) / 2 - covariances.logdet() / 2
    return (i[1] - i[0]) / 2, p[1] - p[0], s[1] - s[0]

# %% wrong · a_without_half · half_misplaced
import torch


def boundary_terms(priors, means, covariances):
    i = torch.linalg.inv(covariances)
    p = (i @ means[:, :, None])[:, :, 0]
    s = priors.log() - (means * p).sum(1) / 2 - covariances.logdet() / 2
    return i[0] - i[1], p[1] - p[0], s[1] - s[0]

# %% wrong · always_straight · always_straight
import torch


def boundary_terms(priors, means, covariances):
    i = torch.linalg.inv(covariances)
    p = (i @ means[:, :, None])[:, :, 0]
    s = priors.log() - (means * p).sum(1) / 2 - covariances.logdet() / 2
    return torch.zeros_like(i[0]), p[1] - p[0], s[1] - s[0]

# %% wrong · averaged_covariance · one_covariance
import torch


def boundary_terms(priors, means, covariances):
    i = torch.linalg.inv(covariances.mean(0))
    b = i @ (means[1] - means[0])
    c = -0.5 * (means[0] + means[1]) @ b + torch.log(priors[1] / priors[0])
    return torch.zeros_like(i), b, c

# %% wrong · b_halved · half_misplaced
import torch


def boundary_terms(priors, means, covariances):
    i = torch.linalg.inv(covariances)
    p = (i @ means[:, :, None])[:, :, 0]
    s = priors.log() - (means * p).sum(1) / 2 - covariances.logdet() / 2
    return (i[0] - i[1]) / 2, (p[1] - p[0]) / 2, s[1] - s[0]

# %% wrong · c_per_class
import torch


def boundary_terms(priors, means, covariances):
    i = torch.linalg.inv(covariances)
    p = (i @ means[:, :, None])[:, :, 0]
    s = priors.log() - (means * p).sum(1) / 2 - covariances.logdet() / 2
    return (i[0] - i[1]) / 2, p[1] - p[0], s

# %% wrong · c_without_means · means_mistaken
import torch


def boundary_terms(priors, means, covariances):
    i = torch.linalg.inv(covariances)
    p = (i @ means[:, :, None])[:, :, 0]
    s = priors.log() - covariances.logdet() / 2
    return (i[0] - i[1]) / 2, p[1] - p[0], s[1] - s[0]

# %% wrong · covariance_itself · not_inverted
import torch


def boundary_terms(priors, means, covariances):
    i = covariances
    p = (i @ means[:, :, None])[:, :, 0]
    s = priors.log() - (means * p).sum(1) / 2 - covariances.logdet() / 2
    return (i[0] - i[1]) / 2, p[1] - p[0], s[1] - s[0]

# %% wrong · determinants_added · determinants
import torch


def boundary_terms(priors, means, covariances):
    i = torch.linalg.inv(covariances)
    p = (i @ means[:, :, None])[:, :, 0]
    s = priors.log() - (means * p).sum(1) / 2 + covariances.logdet() / 2
    return (i[0] - i[1]) / 2, p[1] - p[0], s[1] - s[0]

# %% wrong · determinants_not_halved · determinants
import torch


def boundary_terms(priors, means, covariances):
    i = torch.linalg.inv(covariances)
    p = (i @ means[:, :, None])[:, :, 0]
    s = priors.log() - (means * p).sum(1) / 2 - covariances.logdet()
    return (i[0] - i[1]) / 2, p[1] - p[0], s[1] - s[0]

# %% wrong · determinants_without_log · determinants
import torch


def boundary_terms(priors, means, covariances):
    i = torch.linalg.inv(covariances)
    p = (i @ means[:, :, None])[:, :, 0]
    s = priors.log() - (means * p).sum(1) / 2 - torch.det(covariances) / 2
    return (i[0] - i[1]) / 2, p[1] - p[0], s[1] - s[0]

# %% wrong · diagonal · diagonal_only
import torch


def boundary_terms(priors, means, covariances):
    v = covariances.diagonal(dim1=1, dim2=2)
    p = means / v
    s = priors.log() - (means * p).sum(1) / 2 - v.log().sum(1) / 2
    return torch.diag(1 / v[0] - 1 / v[1]) / 2, p[1] - p[0], s[1] - s[0]

# %% wrong · entry_by_entry · not_inverted
import torch


def boundary_terms(priors, means, covariances):
    i = 1 / covariances
    p = (i @ means[:, :, None])[:, :, 0]
    s = priors.log() - (means * p).sum(1) / 2 - covariances.logdet() / 2
    return (i[0] - i[1]) / 2, p[1] - p[0], s[1] - s[0]

# %% wrong · inverse_of_difference · inverse_of_difference
import torch


def boundary_terms(priors, means, covariances):
    i = torch.linalg.inv(covariances)
    p = (i @ means[:, :, None])[:, :, 0]
    s = priors.log() - (means * p).sum(1) / 2 - covariances.logdet() / 2
    return torch.linalg.pinv(covariances[0] - covariances[1]) / 2, p[1] - p[0], s[1] - s[0]

# %% wrong · matrix_only · wrong_type
import torch


def boundary_terms(priors, means, covariances):
    i = torch.linalg.inv(covariances)
    return (i[0] - i[1]) / 2

# %% wrong · mean_difference · means_mistaken
import torch


def boundary_terms(priors, means, covariances):
    i = torch.linalg.inv(covariances)
    p = (i @ means[:, :, None])[:, :, 0]
    s = priors.log() - (means * p).sum(1) / 2 - covariances.logdet() / 2
    return (i[0] - i[1]) / 2, means[1] - means[0], s[1] - s[0]

# %% wrong · means_without_half · half_misplaced
import torch


def boundary_terms(priors, means, covariances):
    i = torch.linalg.inv(covariances)
    p = (i @ means[:, :, None])[:, :, 0]
    s = priors.log() - (means * p).sum(1) - covariances.logdet() / 2
    return (i[0] - i[1]) / 2, p[1] - p[0], s[1] - s[0]

# %% wrong · no_determinants · determinants
import torch


def boundary_terms(priors, means, covariances):
    i = torch.linalg.inv(covariances)
    p = (i @ means[:, :, None])[:, :, 0]
    s = priors.log() - (means * p).sum(1) / 2
    return (i[0] - i[1]) / 2, p[1] - p[0], s[1] - s[0]

# %% wrong · no_prior · no_prior
import torch


def boundary_terms(priors, means, covariances):
    i = torch.linalg.inv(covariances)
    p = (i @ means[:, :, None])[:, :, 0]
    s = -(means * p).sum(1) / 2 - covariances.logdet() / 2
    return (i[0] - i[1]) / 2, p[1] - p[0], s[1] - s[0]

# %% wrong · pooled · one_covariance
import torch


def boundary_terms(priors, means, covariances):
    pooled = (priors[:, None, None] * covariances).sum(0)
    i = torch.linalg.inv(pooled)
    b = i @ (means[1] - means[0])
    c = -0.5 * (means[0] + means[1]) @ b + torch.log(priors[1] / priors[0])
    return torch.zeros_like(i), b, c

# %% wrong · prior_not_logged · no_prior
import torch


def boundary_terms(priors, means, covariances):
    i = torch.linalg.inv(covariances)
    p = (i @ means[:, :, None])[:, :, 0]
    s = priors - (means * p).sum(1) / 2 - covariances.logdet() / 2
    return (i[0] - i[1]) / 2, p[1] - p[0], s[1] - s[0]

# %% wrong · prior_the_wrong_way · no_prior
import torch


def boundary_terms(priors, means, covariances):
    i = torch.linalg.inv(covariances)
    p = (i @ means[:, :, None])[:, :, 0]
    s = -priors.log() - (means * p).sum(1) / 2 - covariances.logdet() / 2
    return (i[0] - i[1]) / 2, p[1] - p[0], s[1] - s[0]

# %% wrong · swapped · classes_swapped
import torch


def boundary_terms(priors, means, covariances):
    i = torch.linalg.inv(covariances)
    p = (i @ means[:, :, None])[:, :, 0]
    s = priors.log() - (means * p).sum(1) / 2 - covariances.logdet() / 2
    return (i[1] - i[0]) / 2, p[0] - p[1], s[0] - s[1]

# %% wrong · two_features_only
import torch


def boundary_terms(priors, means, covariances):
    s = covariances
    det = s[:, 0, 0] * s[:, 1, 1] - s[:, 0, 1] * s[:, 1, 0]
    i = torch.stack([torch.stack([s[:, 1, 1], -s[:, 0, 1]], 1), torch.stack([-s[:, 1, 0], s[:, 0, 0]], 1)], 1)
    i = i / det[:, None, None]
    p = (i @ means[:, :, None])[:, :, 0]
    h = priors.log() - (means * p).sum(1) / 2 - det.log() / 2
    return (i[0] - i[1]) / 2, p[1] - p[0], h[1] - h[0]

# %% wrong · class_0_against_class_1 · classes_swapped
def boundary_terms(priors, means, covariances):
    """Return A (d, d), b (d,), c of the log odds x'Ax + b'x + c of class 1 against class 0."""
    p0, p1 = torch.linalg.inv(covariances)
    m0, m1 = means
    a = 0.5 * (p1 - p0)
    b = p0 @ m0 - p1 @ m1
    c = 0.5 * (m1 @ p1 @ m1 - m0 @ p0 @ m0) + 0.5 * torch.logdet(covariances[1])
    c = c - 0.5 * torch.logdet(covariances[0]) + torch.log(priors[0] / priors[1])
    return a, b, c

# %% wrong · no_determinants_2 · determinants
def boundary_terms(priors, means, covariances):
    inverse = torch.linalg.inv(covariances)
    pulled = torch.einsum("kij,kj->ki", inverse, means)
    quad = (pulled * means).sum(1)
    c = torch.log(priors[1] / priors[0]) - 0.5 * (quad[1] - quad[0])
    return 0.5 * (inverse[0] - inverse[1]), pulled[1] - pulled[0], c

# %% wrong · one_precision_for_b · one_covariance
def boundary_terms(priors, means, covariances):
    p0, p1 = torch.linalg.inv(covariances)
    m0, m1 = means
    b = p1 @ (m1 - m0)
    half_logdet = 0.5 * torch.logdet(covariances)
    c = torch.log(priors[1] / priors[0]) - 0.5 * (m1 @ p1 @ m1 - m0 @ p0 @ m0) + half_logdet[0] - half_logdet[1]
    return 0.5 * (p0 - p1), b, c

# %% wrong · balanced_classes · no_prior
def boundary_terms(priors, means, covariances):
    gauss = torch.distributions.MultivariateNormal(means, covariances)
    precision = gauss.precision_matrix
    at_zero = gauss.log_prob(torch.zeros_like(means[0]))
    b = precision[1] @ means[1] - precision[0] @ means[0]
    return (precision[0] - precision[1]) / 2, b, at_zero[1] - at_zero[0]

# %% wrong · log_of_det · determinant_vanishes
def boundary_terms(priors, means, covariances):
    p = torch.linalg.inv(covariances)
    m0, m1 = means
    dets = torch.linalg.det(covariances)
    c = torch.log(priors[1] / priors[0]) + 0.5 * (m0 @ p[0] @ m0 - m1 @ p[1] @ m1)
    c = c + 0.5 * torch.log(dets[0]) - 0.5 * torch.log(dets[1])
    return 0.5 * (p[0] - p[1]), p[1] @ m1 - p[0] @ m0, c

# %% wrong · full_difference · half_misplaced
def boundary_terms(priors, means, covariances):
    p0, p1 = (torch.inverse(s) for s in covariances)
    n0, n1 = (torch.distributions.MultivariateNormal(m, s) for m, s in zip(means, covariances))
    zero = torch.zeros_like(means[0])
    c = priors[1].log() - priors[0].log() + n1.log_prob(zero) - n0.log_prob(zero)
    return p0 - p1, p1 @ means[1] - p0 @ means[0], c

# %% wrong · reciprocal_entries · not_inverted
def boundary_terms(priors, means, covariances):
    p0, p1 = 1 / covariances
    m0, m1 = means
    c = torch.log(priors[1] / priors[0]) + 0.5 * (m0 @ p0 @ m0 - m1 @ p1 @ m1)
    c = c + 0.5 * (torch.logdet(covariances[0]) - torch.logdet(covariances[1]))
    return 0.5 * (p0 - p1), p1 @ m1 - p0 @ m0, c

# %% wrong · c_as_a_table · not_a_scalar
def boundary_terms(priors, means, covariances):
    p0, p1 = torch.linalg.inv(covariances)
    m0, m1 = means[0, :, None], means[1, :, None]
    c = 0.5 * (m0.T @ p0 @ m0 - m1.T @ p1 @ m1)
    c = c + 0.5 * (torch.logdet(covariances[0]) - torch.logdet(covariances[1])) + torch.log(priors[1] / priors[0])
    return 0.5 * (p0 - p1), (p1 @ m1 - p0 @ m0).flatten(), c

# %% noisy · logs
import logging
import warnings

import torch


def boundary_terms(priors, means, covariances):
    warnings.warn("inverting")
    logging.warning("boundary")
    i = torch.linalg.inv(covariances)
    p = (i @ means[:, :, None])[:, :, 0]
    s = priors.log() - (means * p).sum(1) / 2 - covariances.logdet() / 2
    return (i[0] - i[1]) / 2, p[1] - p[0], s[1] - s[0]

# %% noisy · prints
import torch


def boundary_terms(priors, means, covariances):
    Λ = torch.linalg.inv(covariances)
    print("Λ", Λ.shape)
    μ = means
    q = torch.einsum("ki,kij,kj->k", μ, Λ, μ)
    s = priors.log() - (q + torch.logdet(covariances)) / 2
    return (Λ[0] - Λ[1]) / 2, Λ[1] @ μ[1] - Λ[0] @ μ[0], s[1] - s[0]
