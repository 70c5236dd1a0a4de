"""KL and JS between two sets of points, by histograms in which every point is counted once.

Shapes: n points, d dimensions (1 or 2), B bins.
"""

from __future__ import annotations

import math

import torch
from torch import Tensor

PSEUDO_COUNT = 0.5  # Jeffreys' choice; without it one empty bin would make KL infinite


class Histogram:
    """Equal bins over a window, and one more bin for everything outside it.

    Args:
        low: lower corner of the window, (d,).
        high: upper corner, (d,).
        side: bins along each axis; there are side**d + 1 in all.
    """

    def __init__(self, low: Tensor, high: Tensor, side: int) -> None:
        self.low, self.high, self.side = low, high, side
        self.bins = side ** len(low) + 1

    def counts(self, points: Tensor) -> Tensor:
        """Count points (n, d) into bins: shape (B,), summing to n; the last bin is "outside".

        A point that is not finite is outside.
        """
        inside = ((points >= self.low) & (points < self.high)).all(dim=1)
        place = (points - self.low) / (self.high - self.low) * self.side
        cells = place[inside].long().clamp_(0, self.side - 1)
        flat = cells[:, 0] if cells.shape[1] == 1 else cells[:, 1] * self.side + cells[:, 0]
        counts = torch.bincount(flat, minlength=self.bins)
        counts[-1] += len(points) - int(inside.sum())
        return counts


def kl_divergence(p_counts: Tensor, q_counts: Tensor) -> float:
    """KL(p ‖ q) in nats between two histograms, half a count added to every bin of both.

    Args:
        p_counts: counts of the first sample, (B,).
        q_counts: counts of the second, (B,).

    Returns:
        A finite number of at least 0.
    """
    p = (p_counts + PSEUDO_COUNT) / (p_counts.sum() + PSEUDO_COUNT * len(p_counts))
    q = (q_counts + PSEUDO_COUNT) / (q_counts.sum() + PSEUDO_COUNT * len(q_counts))
    return max(0.0, float((p * (p / q).log()).sum()))


def js_divergence(p_counts: Tensor, q_counts: Tensor) -> float:
    """JS(p, q) in nats between two histograms: 0 for equal ones, log 2 for disjoint ones (Lin 1991).

    Args:
        p_counts: counts of the first sample, (B,).
        q_counts: counts of the second, (B,).

    Returns:
        A number between 0 and log 2.
    """
    p, q = p_counts.double() / p_counts.sum(), q_counts.double() / q_counts.sum()
    middle = (p + q) / 2

    def half(a: Tensor) -> Tensor:
        return torch.where(a > 0, a * (a / middle.clamp_min(1e-300)).log(), 0.0).sum()

    return min(math.log(2), max(0.0, float((half(p) + half(q)) / 2)))
