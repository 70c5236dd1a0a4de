"""Probe of the non-saturating generator loss (Goodfellow et al. 2014, section 3, arXiv:1406.2661)."""

from __future__ import annotations

import math

import torch
import torch.nn.functional as F

from gan_course.exercises.finding import Misconception
from gan_course.exercises.student.handle import Student
from gan_grading.probes.losses import CLAMPED, LossSpec, Terms, loss_probe
from gan_grading.probes.probe import Rival

NAME = "generator_loss"
SATURATING = Misconception(
    "saturating_loss",
    "This is the saturating loss, log(1 − D): almost flat where D is sure that the sample is fake.",
    "Compare the two curves of exercise 1 at a logit of −6. Which of them still pushes there?",
)
MAXIMISES = Misconception(
    "maximises_instead",
    "Minimising your loss teaches G to be caught: its slope has the wrong sign.",
    "G wants log D(G(z)) to be large and an optimiser makes a loss small. How many minus signs does that take?",
)
EXPECTS_PROBABILITIES = Misconception(
    "expects_probabilities",
    "Your loss treats the logits as if they were probabilities.",
    "D returns a logit a, any real number; the probability is σ(a). Take the logarithm of σ(a), not of a.",
)
SIGMOID_TWICE = Misconception(
    "sigmoid_twice",
    "A sigmoid is applied twice on the way to your loss.",
    "A function that takes logits applies σ by itself. Give it the logits as they came from D.",
)
NO_LOGARITHM = Misconception(
    "no_logarithm",
    "The logarithm is missing from your loss.",
    "The slope of −σ(a) dies on both sides. What does the logarithm change on the left?",
)
LEAST_SQUARES = Misconception(
    "least_squares",
    "Your loss is a squared distance to a label, not a cross-entropy.",
    "The squared loss belongs to another kind of GAN (Mao et al. 2017). Here the logarithm of σ(a) is asked.",
)
HINGE = Misconception(
    "hinge",
    "Your loss is the hinge loss, not a cross-entropy.",
    "The hinge belongs to another kind of GAN. Here the logarithm of σ(a) is asked.",
)
WRONG_BASE = Misconception(
    "wrong_base",
    "Your logarithm has another base than e.",
    "log is the natural logarithm; torch.log is it, log2 and log10 are not.",
)
SCALED = Misconception(
    "scaled",
    "Your loss is a multiple of the one asked for.",
    "The formula is one mean with nothing in front of it: at logits of 0 it gives log 2 = 0.693.",
)
LOG_OF_MEAN = Misconception(
    "log_of_mean",
    "You take the logarithm of a mean instead of the mean of a logarithm.",
    "E[log D] is not log E[D]: take the logarithm for each sample first, then the mean.",
)
ONE_OUTSIDE = Misconception(
    "one_outside_log",
    "In your loss a 1 − stands outside the logarithm.",
    "The formula has one logarithm, of σ(a), and no 1 − anywhere.",
)
SMOOTHED = Misconception(
    "label_smoothing",
    "Your label is not 1: this is label smoothing.",
    "For this loss the fakes are labelled as fully real: 1.",
)
BOTH_TERMS = Misconception(
    "both_losses",
    "Your loss mixes the saturating and the non-saturating term.",
    "Only one of the two is asked for: the one that is steep on the left.",
)


def _real(a: torch.Tensor) -> torch.Tensor:
    """−log σ(a)."""
    return F.softplus(-a)


def _fake(a: torch.Tensor) -> torch.Tensor:
    """−log(1 − σ(a))."""
    return F.softplus(a)


def _smoothed(label: float) -> Terms:
    return (lambda a: label * _real(a) + (1 - label) * _fake(a),)


def _bce_of_logits(a: torch.Tensor) -> torch.Tensor:
    return F.binary_cross_entropy(a, torch.ones_like(a))


def _bounded(eps: float, high: float | None) -> Terms:
    return (lambda a: -torch.log(a.clamp(eps, high)),)


def _guarded(eps: float) -> Terms:
    return (lambda a: -torch.log(torch.sigmoid(a) + eps),)


def _text(student: Student) -> str:
    logits = torch.tensor([-6.0, 0.0])
    gradient = student.slopes(NAME, logits).args[0]
    if gradient is None or gradient.shape != logits.shape:
        return "your loss has no slope in the logits"
    # The slope is −(1 − σ(a))/N with N = 2; shown for one sample, so multiplied by N.
    seen = [2 * float(g) for g in gradient]
    return (
        f"slope at logit −6: yours {seen[0]:.4f}, wanted {-1 / (1 + math.exp(-6.0)):.4f}; "
        f"at logit 0: yours {seen[1]:.2f}, wanted -0.50"
    )


EPSILONS = (1e-4, 1e-3, 1e-2, 1e-1)
WRONG: tuple[tuple[Misconception, Terms], ...] = (
    (SATURATING, (lambda a: -_fake(a),)),
    (MAXIMISES, (lambda a: -_real(a),)),
    (MAXIMISES, (_fake,)),
    (EXPECTS_PROBABILITIES, (lambda a: -torch.log(a),)),
    (EXPECTS_PROBABILITIES, (lambda a: torch.log(1 - a),)),
    (SIGMOID_TWICE, (lambda a: _real(torch.sigmoid(a)),)),
    (SIGMOID_TWICE, (lambda a: -_fake(torch.sigmoid(a)),)),
    (NO_LOGARITHM, (lambda a: -torch.sigmoid(a),)),
    (NO_LOGARITHM, (lambda a: 1 - torch.sigmoid(a),)),
    (NO_LOGARITHM, (lambda a: -a,)),
    (LEAST_SQUARES, (lambda a: (a - 1) ** 2,)),
    (LEAST_SQUARES, (lambda a: (torch.sigmoid(a) - 1) ** 2,)),
    (WRONG_BASE, (lambda a: _real(a) / math.log(2),)),
    (WRONG_BASE, (lambda a: _real(a) / math.log(10),)),
    (SCALED, (lambda a: 0.5 * _real(a),)),
    (SCALED, (lambda a: 2 * _real(a),)),
    (ONE_OUTSIDE, (lambda a: 1 + _real(a),)),
    (ONE_OUTSIDE, (lambda a: 1 - _real(a),)),
    (ONE_OUTSIDE, (lambda a: _real(a) - 1,)),
    (HINGE, (lambda a: F.relu(1 - a),)),
    (BOTH_TERMS, (lambda a: _real(a) + _fake(a),)),
    *((SMOOTHED, _smoothed(label)) for label in (0.9, 0.8, 0.95, 0.7)),
    *((EXPECTS_PROBABILITIES, _bounded(e, h)) for e in (1e-6, 1e-7, 1e-8, 1e-12) for h in (1 - e, None)),
    *((CLAMPED, _guarded(eps)) for eps in EPSILONS),
)

PROBES = (
    loss_probe(
        LossSpec(
            exercise=NAME,
            reference=(_real,),
            wrong_terms=WRONG,
            rivals=(
                Rival(LOG_OF_MEAN, lambda a: -torch.log(torch.sigmoid(a).mean())),
                Rival(LOG_OF_MEAN, lambda a: _real(a.mean())),
                Rival(EXPECTS_PROBABILITIES, _bce_of_logits),
            ),
            measure=_text,
        )
    ),
)
