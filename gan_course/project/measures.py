"""Four figures of a generator's samples, and what each has to reach.

Shapes: n samples, K modes.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType

import torch
from torch import Tensor

from gan_course.metrics import mode_coverage, precision_recall
from gan_course.project.variants import Variant
from gan_course.ready_made import ready_made

SAMPLES = 2000
MOST_EXACT = 0.1
FAIR = 1 / 3  # of its weight: so much of the samples a mode needs to count as reached
THRESHOLDS = MappingProxyType({"coverage": 1.0, "quality": 0.7, "diversity": 0.6, "copies": 0.65})

Samples = Tensor


@dataclass(frozen=True)
class Figures:
    """What was measured.

    Attributes:
        coverage: Share of the modes that get at least a third of the samples that are due to them.
        quality: Share of the samples within three standard deviations of a mode.
        diversity: Share of the real, held-out rows that lie among the samples: recall.
        copies: Share of the samples nearer to a row of the training set than to any of as many fresh rows;
            one half is fair.
        exact: Share of the samples that are rows of the training set, up to a thousandth of a mode's spread.
        reached: Number of modes that count for ``coverage``.
        modes: Number of all.
    """

    coverage: float
    quality: float
    diversity: float
    copies: float
    exact: float
    reached: int
    modes: int

    @property
    def passes(self) -> dict[str, bool]:
        """Which thresholds are met; copies must stay at or below theirs, the others at or above."""
        return {
            name: getattr(self, name) <= least if name == "copies" else getattr(self, name) >= least
            for name, least in THRESHOLDS.items()
        }

    @property
    def memorised(self) -> bool:
        """Whether the samples are the training set's.

        Samples of a few places only, or far from all rows, have few neighbours, and on which side these lie
        is chance: there nothing is held against a generator but exact copies.
        """
        telling = self.passes["quality"] and self.passes["diversity"]
        return self.exact > MOST_EXACT or (telling and not self.passes["copies"])

    def __str__(self) -> str:
        return (
            f"coverage {self.reached} of {self.modes} modes, quality {self.quality:.0%}, "
            f"diversity {self.diversity:.0%}, copies {self.copies:.0%}"
        )


def figures(samples: Samples, of: Variant) -> Figures:
    """Measure samples of a generator that was trained on ``of.real``.

    Args:
        samples: Shape (n, 2), finite, at least 5 rows.
        of: The variant it was trained on.
    """
    mixture = of.mixture
    found = mode_coverage(samples, mixture.modes, mixture.std)
    due = FAIR * mixture.weights * len(samples)
    reached = int((torch.tensor(found.counts) >= due).sum())
    # Each row's ball costs a row of distances: as many samples as real rows tell enough.
    compared = precision_recall(of.held_out, samples[: len(of.held_out)])
    return Figures(
        coverage=reached / found.total,
        quality=found.good,
        diversity=compared.recall,
        copies=nearer_to(of.real, of.fresh, samples),
        exact=float((torch.cdist(samples, of.real).amin(dim=1) < mixture.std / 1000).float().mean()),
        reached=reached,
        modes=found.total,
    )


@ready_made
def nearer_to(own: Tensor, others: Tensor, samples: Samples) -> float:
    """Return the share of samples nearer to one set than to another of the same size; ties count half."""
    near, far = (torch.cdist(samples, rows).amin(dim=1) for rows in (own, others))
    return float(((near < far).double() + 0.5 * (near == far).double()).mean())
