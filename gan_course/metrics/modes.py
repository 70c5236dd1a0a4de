"""How many modes of a known mixture a generator has found.

Two rules are in use, and they disagree on sloppy samples, so both are reported: a mode counts as
touched with one sample nearby (Srivastava et al., VEEGAN, 2017), and as captured with at least 20 of
2,500 (the threshold of Dumoulin et al. and PacGAN is of this kind).

Shapes: n samples, K modes, d dimensions.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from gan_course.errors import ShapeError

CAPTURE_COUNT = 20
CAPTURE_OF = 2500


@dataclass(frozen=True)
class Coverage:
    """What ``mode_coverage`` found.

    Attributes:
        any: Modes with at least one sample within the radius.
        captured: Modes with at least ``needed`` samples within the radius.
        good: Share of all samples that lie within the radius of some mode, 0 to 1.
        counts: Samples within the radius, per mode, K numbers.
        needed: Samples a mode needed to count as captured.
        total: Number of modes K.
    """

    any: int
    captured: int
    good: float
    counts: tuple[int, ...]
    needed: int
    total: int

    def __str__(self) -> str:
        return (
            f"{self.captured} of {self.total} modes captured (at least {self.needed} samples each), "
            f"{self.any} touched, {self.good:.0%} of the samples good"
        )


def mode_coverage(
    samples: Tensor,
    modes: Tensor,
    std: float | Tensor,
    *,
    radius: float = 3.0,
    capture: float = CAPTURE_COUNT / CAPTURE_OF,
) -> Coverage:
    """Count the modes that samples reach.

    Each sample belongs to its nearest mode and is good if it lies within ``radius`` standard
    deviations of it. A sample that is NaN or infinite is never good.

    Args:
        samples: Shape (n, d).
        modes: Centres, shape (K, d).
        std: Standard deviation of every mode, or one for each, shape (K,).
        radius: How near is near, in standard deviations.
        capture: Share of the n samples a mode needs to be captured; 20 of 2,500.

    Returns:
        Both counts, the share of good samples, and the count of each mode.

    Raises:
        ShapeError: If the shapes do not fit each other.

    >>> modes = torch.tensor([[-1.0, 0.0], [1.0, 0.0]])
    >>> print(mode_coverage(modes[:1].repeat(100, 1), modes, std=0.1))
    1 of 2 modes captured (at least 1 samples each), 1 touched, 100% of the samples good
    """
    _check(samples, modes)
    distance, nearest = _nearest(samples, modes)
    stds = torch.as_tensor(std, dtype=distance.dtype, device=distance.device).flatten()
    if stds.numel() not in (1, len(modes)):
        raise ShapeError(f"std has {stds.numel()} value(s) for {len(modes)} mode(s): give 1 or {len(modes)}.")
    good = distance <= radius * stds.expand(len(modes))[nearest]  # False for NaN
    counts = torch.bincount(nearest[good], minlength=len(modes))
    needed = max(1, math.ceil(capture * len(samples) - 1e-9))
    return Coverage(
        any=int((counts > 0).sum()),
        captured=int((counts >= needed).sum()),
        good=float(good.float().mean()),
        counts=tuple(counts.tolist()),
        needed=needed,
        total=len(modes),
    )


def reverse_kl(samples: Tensor, modes: Tensor, weights: Tensor | Sequence[float] | None = None) -> float:
    """Return KL(q ‖ p) in nats between the samples' shares q of the modes and the true weights p.

    Each sample is counted for its nearest mode, however far (PacGAN, Lin et al., 2018, section 4). It is
    0 for the right shares and log K when all samples sit on one of K equal modes; it says nothing
    about how close to the modes the samples are.

    Args:
        samples: Shape (n, d).
        modes: Centres, shape (K, d).
        weights: True probability of each mode, shape (K,); equal ones if left out.

    Returns:
        A number of at least 0; infinity if samples sit on a mode of weight 0.

    Raises:
        ShapeError: If the shapes do not fit each other.

    >>> modes = torch.tensor([[-1.0], [1.0]])
    >>> round(reverse_kl(torch.ones(10, 1), modes), 3)
    0.693
    """
    _check(samples, modes)
    count = len(modes)
    p = (
        torch.ones(count)
        if weights is None
        else torch.as_tensor(weights, dtype=torch.float32).flatten().cpu()
    )
    if len(p) != count:
        raise ShapeError(f"weights has {len(p)} value(s) for {count} mode(s): give {count}.")
    _, nearest = _nearest(samples, modes)
    p = p.double() / p.double().sum()
    q = torch.bincount(nearest, minlength=count).cpu().double() / len(samples)
    return max(0.0, float((torch.xlogy(q, q) - torch.xlogy(q, p)).sum()))


def _nearest(samples: Tensor, modes: Tensor) -> tuple[Tensor, Tensor]:
    """Return each sample's distance to its nearest mode, and which that is, both of shape (n,)."""
    # The direct difference: torch.cdist's matrix product loses the digits that matter at std 0.02.
    squared = (samples.detach()[:, None, :] - modes.to(samples)).square().sum(dim=-1)
    distance, nearest = squared.min(dim=1)
    return distance.sqrt(), nearest


def _check(samples: Tensor, modes: Tensor) -> None:
    if modes.ndim != 2 or samples.ndim != 2 or samples.shape[1] != modes.shape[1] or len(samples) == 0:
        raise ShapeError(
            f"samples {tuple(samples.shape)} and modes {tuple(modes.shape)} do not fit: "
            "give (n, d) and (K, d) with the same d, and at least one sample."
        )
