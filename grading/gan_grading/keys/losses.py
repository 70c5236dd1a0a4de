"""Keys of losses: Σ over batches of the mean of a term, and the many ways to get that wrong."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property, partial
from typing import Any

import torch

from gan_course.exercises.experiments.losses import CLAMPED
from gan_course.exercises.finding import Misconception
from gan_course.exercises.values import DETACHED, MEAN_MISSING
from gan_grading.keys.key import Key, KnownMistake

Term = Callable[[torch.Tensor], torch.Tensor]
Terms = tuple[Term, ...]
Loss = Callable[..., torch.Tensor]

FIXED_BATCH = Misconception(
    "fixed_batch_size",
    "Your loss divides by a fixed number, not by the size of the batch.",
    "N is the number of logits that came in, and it may change from call to call.",
)
ONE_SIDE_DETACHED = Misconception(
    "one_side_detached",
    "No gradient flows to one of the batches, though it does to the other.",
    "The loss is a function of both: detach() belongs into the training step, around the fakes, not into the loss.",
)
SMOOTHED_LABELS = Misconception(
    "smoothed_labels",
    "Your loss pulls towards labels that are not 0 and 1.",
    "Label smoothing is a remedy of its own (0.9 for 1); this exercise asks for the plain formula.",
)
# Sizes students write into a formula, and numbers (or probabilities) they clamp at.
USUAL_SIZES = (4, 5, 7, 8, 10, 16, 32, 50, 64, 100, 128, 200, 256, 512, 1000)
USUAL_BOUNDS = (1.0, 2.0, 2.1972, 2.9444, 3.0, 4.0, 4.5951, 5.0)


class LossKey(Key):
    """A key whose answers may be written as terms, one function of the numbers a batch.

    What every loss can get wrong (no mean, a fixed size, a cut graph, a clamp) is among its known mistakes.
    """

    def __init__(
        self, *, right: Terms, batches: Sequence[str], combined: bool = True, **settings: Any
    ) -> None:
        """Begin the key of Σ over batches of the mean of a term.

        Args:
            right: the right terms, one a batch.
            batches: what each batch holds, e.g. ``["real logit", "fake logit"]``.
            combined: whether the wrong terms are known summed, not reduced and cut from the graph too, which
                makes three more of each: too many for the record of a loss with many wrong terms.
            settings: of the experiment, see :func:`gan_course.exercises.experiments.losses.play`.
        """
        super().__init__("losses", right=reduced(right, "mean"), batches=list(batches), **settings)
        self._terms, self._combined = right, combined
        self._wrong_terms: list[tuple[Misconception, Terms]] = []

    def also(self, misconception: Misconception, *answers: Any) -> None:
        """Add wrong losses: tuples of terms, or functions of the batches."""
        super().also(misconception, *(a for a in answers if not isinstance(a, tuple)))
        self._wrong_terms += [(misconception, a) for a in answers if isinstance(a, tuple)]

    @cached_property
    def _spelled_out(self) -> list[KnownMistake]:
        """Every wrong form with every way to reduce it; the plainest explanation comes first."""
        known = [KnownMistake(m, reduced(terms, "mean")) for m, terms in self._wrong_terms]
        known += self._declared
        known += [KnownMistake(MEAN_MISSING, reduced(self._terms, how)) for how in ("sum", "none")]
        known.append(KnownMistake(DETACHED, _cut(self.right)))
        if len(self._terms) > 1:
            known += [
                KnownMistake(ONE_SIDE_DETACHED, _one_cut(self.right, i)) for i in range(len(self._terms))
            ]
        known += [KnownMistake(FIXED_BATCH, _over(self._terms, n)) for n in USUAL_SIZES]
        known += [KnownMistake(CLAMPED, reduced(_clamped(self._terms, b), "mean")) for b in USUAL_BOUNDS]
        if not self._combined:
            return known
        for how in ("sum", "none"):
            known += [KnownMistake(m, reduced(terms, how)) for m, terms in self._wrong_terms]
        known += [KnownMistake(m, _cut(reduced(terms, "mean"))) for m, terms in self._wrong_terms]
        return known

    @property
    def mistakes(self) -> list[KnownMistake]:
        """The known mistakes, the plainest first."""
        return self._spelled_out

    @property
    def misconceptions(self) -> tuple[Misconception, ...]:
        """Everything that may be found, each once."""
        shared = {m.id: m for m in (FIXED_BATCH, ONE_SIDE_DETACHED)}
        return tuple({**shared, **{m.id: m for m in super().misconceptions}}.values())


def reduced(terms: Terms, how: str) -> Loss:
    """Return the loss of terms: their means, their sums, or nothing reduced at all."""

    def loss(*batches: torch.Tensor) -> torch.Tensor:
        parts = [term(batch) for term, batch in zip(terms, batches, strict=True)]
        if how == "none":
            total = parts[0]
            for part in parts[1:]:
                total = total + part
            return total
        return torch.stack([part.mean() if how == "mean" else part.sum() for part in parts]).sum()

    return loss


def _cut(loss: Loss) -> Loss:
    return lambda *batches: loss(*batches).detach()


def _one_cut(loss: Loss, which: int) -> Loss:
    """The loss with one of its batches detached."""
    return lambda *batches: loss(*[b.detach() if i == which else b for i, b in enumerate(batches)])


def _over(terms: Terms, size: int) -> Loss:
    summed = reduced(terms, "sum")
    return lambda *batches: summed(*batches) / size


def _clamped(terms: Terms, bound: float) -> Terms:
    """The right terms of clamped logits; clamping the probability at σ(bound) is the same."""
    return tuple(partial(_of_clamped, term, bound) for term in terms)


def _of_clamped(term: Term, bound: float, logits: torch.Tensor) -> torch.Tensor:
    return term(logits.clamp(-bound, bound))
