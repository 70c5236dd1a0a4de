"""Distances between two sets of features: how far generated samples are from real ones as a whole.

Both formulas are short, and computed here in float64: torchmetrics' versions (which the tests compare
these with) take seconds to import and write warnings where a notebook should stay clean.

Shapes: n real and m generated rows of d features each.
"""

from __future__ import annotations

import torch
from torch import Tensor

from gan_course.errors import ShapeError


def frechet_distance(real: Tensor, generated: Tensor) -> float:
    """Return the squared Fréchet distance between Gaussians fitted to two sets (Heusel et al., 2017).

    ``|μ₁ − μ₂|² + tr(Σ₁ + Σ₂ − 2 (Σ₁Σ₂)^½)``. In the features of an Inception network it is called FID. It is
    biased upwards for few samples, so compare sets of the same size only.

    Args:
        real: Features, shape (n, d), n at least 2.
        generated: Features, shape (m, d), m at least 2.

    Returns:
        A number of at least 0.

    Raises:
        ShapeError: If the shapes do not fit each other.

    >>> x = torch.randn(100, 3, generator=torch.Generator().manual_seed(0))
    >>> round(frechet_distance(x, x + torch.tensor([3.0, 4.0, 0.0])), 3)
    25.0
    """
    a, b = checked(real, generated)
    between = (a.mean(dim=0) - b.mean(dim=0)).square().sum()
    cov_a, cov_b = torch.cov(a.T).reshape(a.shape[1], -1), torch.cov(b.T).reshape(a.shape[1], -1)
    # The product's eigenvalues are real and at least 0; rounding adds small imaginary and negative parts.
    root = torch.linalg.eigvals(cov_a @ cov_b).real.clamp(min=0).sqrt().sum()
    return max(0.0, float(between + cov_a.trace() + cov_b.trace() - 2 * root))


def kernel_distance(real: Tensor, generated: Tensor) -> float:
    """Return the unbiased squared MMD with the kernel (x·y/d + 1)³ (Bińkowski et al., 2018).

    In the features of an Inception network it is called KID. Unlike the Fréchet distance it has no bias,
    so it can be slightly below 0 for two samples of one distribution.

    Args:
        real: Features, shape (n, d), n at least 2.
        generated: Features, shape (m, d), m at least 2.

    Returns:
        The estimate.

    Raises:
        ShapeError: If the shapes do not fit each other.
    """
    a, b = checked(real, generated)
    n, m = len(a), len(b)
    aa, bb, ab = _kernel(a, a), _kernel(b, b), _kernel(a, b)
    within = (aa.sum() - aa.trace()) / (n * (n - 1)) + (bb.sum() - bb.trace()) / (m * (m - 1))
    return float(within - 2 * ab.mean())


def checked(real: Tensor, generated: Tensor) -> tuple[Tensor, Tensor]:
    """Return both sets in float64 after a look at their shapes.

    Raises:
        ShapeError: If they are not rows of the same width, or fewer than 2.
    """
    a, b = real.detach().double(), generated.detach().double().to(real.device)
    if a.ndim != 2 or b.ndim != 2 or a.shape[1] != b.shape[1] or min(len(a), len(b)) < 2:
        raise ShapeError(
            f"real {tuple(real.shape)} and generated {tuple(generated.shape)} do not fit: give features "
            "of shape (n, d) and (m, d), at least 2 rows each."
        )
    if not bool(torch.isfinite(a).all() and torch.isfinite(b).all()):
        raise ShapeError("the features hold NaN or infinity: look at the samples before measuring them.")
    return a, b


def _kernel(x: Tensor, y: Tensor) -> Tensor:
    return (x @ y.T / x.shape[1] + 1) ** 3
