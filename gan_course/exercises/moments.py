"""Shares, means and covariances of drawn pairs, and what they look like where a sampler is mistaken.

Bounds lie at six standard errors: an honest sampler leaves them by chance once in 10⁸ draws.
"""

from __future__ import annotations

import math

import torch

SIGMAS = 6.0


def counts_fit(counts: torch.Tensor, shares: torch.Tensor) -> bool:
    """Whether labels counted (K,) can be drawn with these shares (K,)."""
    n, p = counts.sum(), shares.double()
    return bool(((counts - n * p).abs() < SIGMAS * (n * p * (1 - p)).sqrt()).all())


def in_order(y: torch.Tensor, shares: torch.Tensor) -> bool:
    """Whether labels follow upon each other otherwise than independent ones do."""
    n, p = len(y), shares.double()
    alike = float((p**2).sum())
    # The number of neighbours with one label; pairs that overlap are dependent, hence the 3.
    wide = SIGMAS * math.sqrt(3 * n * alike * (1 - alike))
    same = float((y[1:] == y[:-1]).sum())
    first = torch.bincount(y[: n // 2], minlength=len(p)).double()
    return abs(same - (n - 1) * alike) > wide or not counts_fit(first, shares)


def means_fit(
    groups: list[torch.Tensor], means: torch.Tensor, spread: torch.Tensor, wanted: torch.Tensor
) -> bool:
    """Whether each class (N_k, d) lies around its mean; the larger of seen and wanted spread gives the room."""
    centre = torch.stack([g.mean(0) for g in groups])
    variance = torch.maximum(wanted, spread).diagonal(dim1=1, dim2=2)
    errors = (variance / torch.tensor([len(g) for g in groups])[:, None]).sqrt()
    return bool(((centre - means).abs() < SIGMAS * errors + 1e-4).all())


def mean_mistake(
    centre: torch.Tensor, spread: torch.Tensor, own: torch.Tensor, priors: torch.Tensor, means: torch.Tensor
) -> str:
    """Labels drawn a second time give every class the mean of all, and the spread of all."""
    whole = priors @ means
    apart = means - whole
    alike = (centre - whole).abs().max() < 0.1 * apart.abs().max()
    between = (priors @ apart.square()).mean()
    widened = (spread - own).diagonal(dim1=1, dim2=2).mean() > 0.5 * between
    return "unrelated_labels" if alike and widened else "wrong_mean"


def spread_fits(spread: torch.Tensor, wanted: torch.Tensor, groups: list[torch.Tensor]) -> bool:
    """Whether covariances (K, d, d) of so many rows can be those wanted."""
    variance = wanted.diagonal(dim1=1, dim2=2)
    size = torch.tensor([len(g) for g in groups])[:, None, None]
    errors = ((variance[:, :, None] * variance[:, None, :] + wanted**2) / size).sqrt()
    return bool(((spread - wanted).abs() < SIGMAS * errors + 1e-6).all())


def spread_mistake(spread: torch.Tensor, factors: torch.Tensor, groups: list[torch.Tensor]) -> str:
    """Name what makes of the factors (K, d, d) the covariances that were seen."""
    covariance = factors @ factors.mT
    row_sums = factors.sum(2)
    diagonal = torch.diag_embed(factors.diagonal(dim1=1, dim2=2))
    unit = torch.eye(factors.shape[1], dtype=torch.float64).expand_as(factors)
    candidates = [
        ("transposed_factor", factors.mT @ factors),
        ("covariance_for_factor", covariance @ covariance),
        ("features_apart", diagonal**2),
        ("features_apart", torch.diag_embed(covariance.diagonal(dim1=1, dim2=2))),
        ("shared_noise", row_sums[:, :, None] * row_sums[:, None, :]),
        ("features_apart", torch.diag_embed(row_sums**2)),
        ("features_apart", torch.diag_embed(factors.sum(1) ** 2)),
        ("not_normal", covariance / 12),
        ("one_factor", unit),
        *(("one_factor", covariance[k].expand_as(covariance)) for k in range(len(factors))),
        ("one_factor", covariance.mean(0).expand_as(covariance)),
        ("one_factor", (factors.mean(0) @ factors.mean(0).mT).expand_as(covariance)),
    ]
    return next(
        (name for name, candidate in candidates if spread_fits(spread, candidate, groups)), "wrong_spread"
    )
