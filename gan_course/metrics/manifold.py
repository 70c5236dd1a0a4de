"""Are samples good, are they varied, and are they copies? Answered by nearest neighbours.

Shapes: n real and m generated rows of d features each.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
from torch import Tensor

from gan_course.errors import ShapeError
from gan_course.metrics.distances import checked
from gan_course.ready_made import ready_made

_BLOCK = 1024  # rows compared at once, so that no n x n matrix is held


@dataclass(frozen=True)
class PrecisionRecall:
    """What ``precision_recall`` found.

    Attributes:
        precision: Share of generated samples that lie among the real ones: quality.
        recall: Share of real samples that lie among the generated ones: variety.
    """

    precision: float
    recall: float

    def __str__(self) -> str:
        return f"precision {self.precision:.2f}, recall {self.recall:.2f}"


@ready_made
def precision_recall(real: Tensor, generated: Tensor, k: int = 3) -> PrecisionRecall:
    """Compare two sets by the balls around their points (Kynkäänniemi et al., 2019).

    A point lies among the others if it falls into the ball of at least one of them; a ball reaches to
    its centre's k-th nearest neighbour in its own set.

    Args:
        real: Features, shape (n, d), n above k.
        generated: Features, shape (m, d), m above k.
        k: Which neighbour sets the radius.

    Returns:
        Precision and recall, each from 0 to 1.

    Raises:
        ShapeError: If the shapes do not fit each other, or a set has no k neighbours.
    """
    a, b = checked(real, generated)
    if not 1 <= k < min(len(a), len(b)):
        raise ShapeError(
            f"k={k} does not fit {len(a)} and {len(b)} rows: each set needs more than k, and k above 0."
        )
    return PrecisionRecall(precision=_share_inside(b, a, k), recall=_share_inside(a, b, k))


@dataclass(frozen=True)
class Memorisation:
    """What ``memorisation`` found.

    Attributes:
        copies: Share of generated samples nearer to a training example than 99% of held-out ones are.
        z: How much nearer to the training set generated samples are than held-out ones, in standard errors
            (Mann-Whitney); below about −3 is copying, far above 3 is poor quality.
        nearest: For each generated sample, its nearest training example, shape (m,).
        distance: And how far away that is, shape (m,).
    """

    copies: float
    z: float
    nearest: Tensor
    distance: Tensor

    def __str__(self) -> str:
        return f"{self.copies:.1%} copies (1% expected of fresh samples), z = {self.z:+.1f}"


def memorisation(generated: Tensor, training: Tensor, held_out: Tensor) -> Memorisation:
    """Test whether a generator hands out its training data (Meehan, Chaudhuri & Dasgupta, 2020).

    A generator that has learned the distribution is as near to its training set as held-out data is; one
    that copies is nearer.

    Args:
        generated: Samples or features, shape (m, ...).
        training: What the generator was trained on, shape (n, ...).
        held_out: Data of the same kind it has never seen, shape (h, ...).

    Returns:
        The share of copies, the test's z-score, and each sample's nearest training example.

    Raises:
        ShapeError: If the shapes do not fit each other.
    """
    train, fresh = training.flatten(1), held_out.flatten(1)
    checked(fresh, generated.flatten(1))
    own, seen = checked(train, generated.flatten(1))
    distance, nearest = _nearest(seen, own)
    usual, _ = _nearest(fresh.double().to(own.device), own)
    border = torch.quantile(usual, 0.01)
    return Memorisation(
        copies=float((distance < border).double().mean()),
        z=_mann_whitney(distance, usual),
        nearest=nearest,
        distance=distance,
    )


@ready_made
def _share_inside(points: Tensor, centres: Tensor, k: int) -> float:
    radius = torch.cat([torch.cdist(c, centres).kthvalue(k + 1, dim=1).values for c in centres.split(_BLOCK)])
    inside = [(torch.cdist(p, centres) <= radius).any(dim=1) for p in points.split(_BLOCK)]
    return float(torch.cat(inside).double().mean())


def _nearest(points: Tensor, others: Tensor) -> tuple[Tensor, Tensor]:
    """Return the distance to, and the index of, each point's nearest other, both of shape (n,)."""
    found = [torch.cdist(p, others).min(dim=1) for p in points.split(_BLOCK)]
    return torch.cat([f.values for f in found]), torch.cat([f.indices for f in found])


def _mann_whitney(first: Tensor, second: Tensor) -> float:
    """Return the z-score of the hypothesis that both are equally large; below 0 if the first is smaller."""
    from scipy.stats import mannwhitneyu

    n, m = len(first), len(second)
    u = float(mannwhitneyu(first.cpu().numpy(), second.cpu().numpy()).statistic)
    return (u - n * m / 2) / math.sqrt(n * m * (n + m + 1) / 12)
