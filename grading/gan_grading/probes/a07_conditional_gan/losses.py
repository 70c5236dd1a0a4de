"""Probe of D's loss over three kinds of pairs (Reed et al. 2016, https://arxiv.org/abs/1605.05396, Algorithm 1)."""

from __future__ import annotations

import math
from functools import partial

import torch
import torch.nn.functional as F

from gan_course.exercises.finding import Misconception
from gan_course.exercises.student.handle import Student
from gan_course.exercises.values import as_float
from gan_grading.probes.losses import CLAMPED, Elementwise, LossSpec, Terms, loss_probe
from gan_grading.probes.probe import Rival

NAME = "discriminator_loss"
NOT_HALVED = Misconception(
    "not_halved",
    "The two kinds of wrong pairs weigh twice as much as the right ones.",
    "Fakes and mismatched pairs share the side of the wrong: together they weigh as much as the right pairs do.",
    share=0.6,
)
MISMATCHED_AS_REAL = Misconception(
    "mismatched_called_right",
    "Your loss rewards D for accepting real images with a wrong label.",
    "The image is real, the pair is not: D must reject it, or it has no reason to look at y.",
)
MISMATCHED_IGNORED = Misconception(
    "mismatched_ignored",
    "The mismatched pairs do not count in your loss.",
    "There are three kinds of pairs and three means. Which one is missing?",
)
FAKES_IGNORED = Misconception(
    "fakes_ignored",
    "The fakes do not count in your loss.",
    "There are three kinds of pairs and three means. Which one is missing?",
)
MATCHED_IGNORED = Misconception(
    "matched_ignored",
    "The right pairs do not count in your loss.",
    "Without them D does best by rejecting everything. There are three kinds of pairs and three means.",
)
FAKES_AS_REAL = Misconception(
    "fakes_called_right",
    "Your loss rewards D for accepting fakes.",
    "D must reject what G made: log(1 − σ(a)), not log σ(a).",
)
SWAPPED = Misconception(
    "labels_swapped",
    "Your loss rewards D for rejecting right pairs.",
    "The term with log σ(a) belongs to real images with their own label. Which of the arguments is that?",
)
ASCENT = Misconception(
    "ascent_forgotten",
    "Minimising your loss makes D worse: a sign is missing.",
    "D climbs the sum of logarithms; an optimiser descends. Which sign does the loss have?",
)
AVERAGED = Misconception(
    "averaged",
    "Your loss is a fraction of what the formula gives.",
    "One mean for the right pairs, plus half of each mean of the wrong ones; nothing divides the sum again.",
)
POOLED = Misconception(
    "pooled",
    "Your loss takes one mean over several kinds of pairs.",
    "Each kind has a mean of its own, so that the size of a batch does not change its weight.",
    share=0.5,
)
PAIRS = Misconception(
    "pairs_samples",
    "Your loss adds logits sample by sample, so it needs batches of one size.",
    "Take the mean over each batch first, then add the three numbers.",
    share=0.5,
)
PROBABILITIES = Misconception(
    "expects_probabilities",
    "Your loss treats the logits as if they were probabilities.",
    "D returns a logit a; the probability is σ(a). Take the logarithm of σ(a), not of a.",
)
TWICE = Misconception(
    "sigmoid_twice",
    "A sigmoid is applied twice on the way to your loss.",
    "A function that takes logits applies σ by itself. Give it the logits as they came from D.",
)
NO_LOG = Misconception(
    "no_logarithm",
    "The logarithm is missing from your loss.",
    "The formula takes the logarithm of the probability D gives to the right verdict.",
)
OTHER_LOSS = Misconception(
    "other_loss",
    "Your loss belongs to another kind of GAN (least squares, hinge or smoothed labels).",
    "Write the logarithms of the formula.",
)
WEIGHTS = Misconception(
    "other_weights",
    "Your three terms have other weights than those of the formula.",
    "1 for the right pairs, 1/2 for the fakes, 1/2 for the mismatched ones.",
    share=0.6,
)


def _accept(a: torch.Tensor) -> torch.Tensor:
    """−log σ(a)."""
    return F.softplus(-a)


def _reject(a: torch.Tensor) -> torch.Tensor:
    """−log(1 − σ(a))."""
    return F.softplus(a)


def _times(weight: float, term: Elementwise) -> Elementwise:
    return lambda a: weight * term(a)


def _weighted(*weights: float) -> Terms:
    """The right terms with other weights."""
    return tuple(_times(w, t) for w, t in zip(weights, (_accept, _reject, _reject), strict=True))


def _of(accept: Elementwise, reject: Elementwise) -> Terms:
    return (accept, _times(0.5, reject), _times(0.5, reject))


def _guarded(eps: float) -> Terms:
    return _of(
        lambda a: -torch.log(torch.sigmoid(a) + eps),
        lambda a: -torch.log(1 - torch.sigmoid(a) + eps),
    )


def _clamped_probability(low: float, high: float | None) -> Terms:
    return _of(
        lambda a: -torch.log(a.clamp(low, high)),
        lambda a: -torch.log((1 - a).clamp(low, high)),
    )


def _smoothed(a: torch.Tensor) -> torch.Tensor:
    return 0.9 * _accept(a) + 0.1 * _reject(a)


HALF = partial(_times, 0.5)
WRONG_TERMS: tuple[tuple[Misconception, Terms], ...] = (
    (NOT_HALVED, _weighted(1, 1, 1)),
    (MISMATCHED_AS_REAL, (_accept, HALF(_reject), HALF(_accept))),
    (MISMATCHED_AS_REAL, (HALF(_accept), HALF(_reject), HALF(_accept))),
    (MISMATCHED_AS_REAL, (HALF(_accept), _reject, HALF(_accept))),
    (MISMATCHED_AS_REAL, (_accept, _reject, _accept)),
    (MISMATCHED_IGNORED, _weighted(1, 1, 0)),
    (MISMATCHED_IGNORED, _weighted(1, 0.5, 0)),
    (MISMATCHED_IGNORED, _weighted(0.5, 0.5, 0)),
    (FAKES_IGNORED, _weighted(1, 0, 1)),
    (FAKES_IGNORED, _weighted(1, 0, 0.5)),
    (MATCHED_IGNORED, _weighted(0, 0.5, 0.5)),
    (MATCHED_IGNORED, _weighted(0, 1, 1)),
    (FAKES_AS_REAL, (_accept, HALF(_accept), HALF(_reject))),
    (FAKES_AS_REAL, (_accept, _accept, _reject)),
    (FAKES_AS_REAL, (_accept, HALF(_accept), HALF(_accept))),
    (SWAPPED, (_reject, HALF(_accept), HALF(_accept))),
    (SWAPPED, (_reject, _accept, _accept)),
    (SWAPPED, (_reject, HALF(_reject), HALF(_reject))),
    (SWAPPED, (HALF(_reject), HALF(_reject), _accept)),
    (SWAPPED, (HALF(_reject), _accept, HALF(_reject))),
    (ASCENT, _weighted(-1, -0.5, -0.5)),
    (ASCENT, _weighted(-1, -1, -1)),
    (ASCENT, _weighted(1, -0.5, -0.5)),
    (ASCENT, _weighted(-1, 0.5, 0.5)),
    (ASCENT, _weighted(1, -1, -1)),
    (ASCENT, _weighted(1, 0.5, -0.5)),
    (ASCENT, _weighted(1, -0.5, 0.5)),
    (AVERAGED, _weighted(1 / 3, 1 / 3, 1 / 3)),
    (AVERAGED, _weighted(0.5, 0.25, 0.25)),
    (AVERAGED, _weighted(1 / 3, 1 / 6, 1 / 6)),
    (AVERAGED, _weighted(0.5, 0.5, 0.5)),
    (WEIGHTS, _weighted(1, 0.5, 1)),
    (WEIGHTS, _weighted(1, 1, 0.5)),
    (WEIGHTS, _weighted(2, 1, 1)),
    (WEIGHTS, _weighted(1, 0.25, 0.25)),
    (WEIGHTS, _weighted(0.5, 1, 1)),
    (WEIGHTS, _weighted(1, 1 / 3, 1 / 3)),
    (PROBABILITIES, _of(lambda a: -torch.log(a), lambda a: -torch.log(1 - a))),
    (TWICE, _of(lambda a: _accept(torch.sigmoid(a)), lambda a: _reject(torch.sigmoid(a)))),
    (NO_LOG, _of(lambda a: -torch.sigmoid(a), torch.sigmoid)),
    (NO_LOG, _of(lambda a: 1 - torch.sigmoid(a), torch.sigmoid)),
    (NO_LOG, _of(lambda a: -a, lambda a: a)),
    (OTHER_LOSS, _of(lambda a: (a - 1) ** 2, lambda a: a**2)),
    (OTHER_LOSS, _of(lambda a: (torch.sigmoid(a) - 1) ** 2, lambda a: torch.sigmoid(a) ** 2)),
    (OTHER_LOSS, _of(lambda a: F.relu(1 - a), lambda a: F.relu(1 + a))),
    (OTHER_LOSS, _of(_smoothed, _reject)),
    *((PROBABILITIES, _clamped_probability(e, h)) for e in (1e-6, 1e-7, 1e-8) for h in (1 - e, None)),
    *((CLAMPED, _guarded(eps)) for eps in (1e-4, 1e-3, 1e-2, 1e-1)),
)


def _negatives(fake: torch.Tensor, wrong: torch.Tensor) -> torch.Tensor:
    return torch.cat([_reject(fake).reshape(-1), _reject(wrong).reshape(-1)])


def _all(matched: torch.Tensor, fake: torch.Tensor, wrong: torch.Tensor) -> torch.Tensor:
    return torch.cat([_accept(matched).reshape(-1), _negatives(fake, wrong)])


def _bce(logits: torch.Tensor, label: float) -> torch.Tensor:
    return F.binary_cross_entropy(logits, torch.full_like(logits, label))


RIVALS = (
    Rival(POOLED, lambda m, f, w: _accept(m).mean() + _negatives(f, w).mean()),
    Rival(POOLED, lambda m, f, w: _all(m, f, w).mean()),
    Rival(POOLED, lambda m, f, w: 2 * _all(m, f, w).mean()),
    Rival(POOLED, lambda m, f, w: 3 * _all(m, f, w).mean()),
    Rival(POOLED, lambda m, f, w: (_accept(m).sum() + 0.5 * _negatives(f, w).sum()) / len(m)),
    Rival(PAIRS, lambda m, f, w: _accept(m).mean() + 0.5 * (_reject(f) + _reject(w)).mean()),
    Rival(PAIRS, lambda m, f, w: (_accept(m) + 0.5 * (_reject(f) + _reject(w))).mean()),
    Rival(PAIRS, lambda m, f, w: _accept(m).mean() + torch.stack([_reject(f), _reject(w)]).mean()),
    Rival(PAIRS, lambda m, f, w: (_accept(m) + 0.5 * _reject(f) + 0.5 * _reject(w)).mean()),
    Rival(PROBABILITIES, lambda m, f, w: _bce(m, 1.0) + 0.5 * (_bce(f, 0.0) + _bce(w, 0.0))),
)


def _text(student: Student) -> str:
    value = as_float(student.call(NAME, *[torch.zeros(2)] * 3).value)
    return "" if value is None else f"when D tosses a coin: yours {value:.3f}, wanted {2 * math.log(2):.3f}"


PROBES = (
    loss_probe(
        LossSpec(
            exercise=NAME,
            reference=_of(_accept, _reject),
            wrong_terms=WRONG_TERMS,
            rivals=RIVALS,
            measure=_text,
        )
    ),
)
