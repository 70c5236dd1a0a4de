"""Probes of the two losses of the minimax game (Goodfellow et al. 2014, https://arxiv.org/abs/1406.2661)."""

from __future__ import annotations

import math

import torch
import torch.nn.functional as F

from gan_course.exercises.finding import Misconception
from gan_course.exercises.student.handle import Student
from gan_course.exercises.values import as_float
from gan_grading.probes.losses import CLAMPED, Elementwise, LossSpec, Terms, loss_probe
from gan_grading.probes.probe import Rival

ASCENT_FORGOTTEN = Misconception(
    "ascent_forgotten",
    "Your loss is V itself, so an optimiser that minimises it makes D worse.",
    "D climbs V, an optimiser only descends. What must you minimise to climb V?",
)
LABELS_SWAPPED = Misconception(
    "labels_swapped",
    "Your loss rewards D for calling real samples fake and fakes real.",
    "The term with log D belongs to the data. Which sign must a logit have for a sample D believes real?",
)
FAKES_CALLED_REAL = Misconception(
    "fakes_called_real",
    "Your loss rewards D for calling the fakes real too.",
    "The second term of V is log(1 − D(G(z))), not log D(G(z)).",
)
AVERAGED = Misconception(
    "averaged",
    "Your loss is half of what the formula gives.",
    "V is the sum of two means, one over the real and one over the fake samples; nothing divides it by two.",
)
POOLED = Misconception(
    "pooled",
    "Your loss takes one mean over all samples together.",
    "V has two expectations. Each has its own mean, so that a smaller batch weighs as much as a larger one.",
)
PAIRS_SAMPLES = Misconception(
    "pairs_samples",
    "Your loss adds a real and a fake logit sample by sample, so it needs as many of one as of the other.",
    "Take the mean over the real batch and the mean over the fake batch first, then add the two numbers.",
)
ONE_TERM = Misconception(
    "one_term",
    "One of the two terms of V is missing from your loss.",
    "D must learn from both kinds of samples. Write down both expectations of V before you code them.",
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
    "V measures the logarithm of the probability D gives. Which slope does log(1 − D) have that 1 − D has not?",
)
NON_SATURATING = Misconception(
    "non_saturating",
    "This is the non-saturating loss, which the next assignment asks for.",
    "Here G minimises the second term of V itself, log(1 − D(G(z))).",
)
WRONG_WAY = Misconception(
    "wrong_way",
    "Minimising your loss makes G worse: its slope has the wrong sign.",
    "G minimises the very term of V that D maximises. Is there a minus sign too many?",
)
LEAST_SQUARES = Misconception(
    "least_squares",
    "Your loss is a squared distance to a label, not the cross-entropy of the game.",
    "Write the logarithms of V; the squared loss belongs to another kind of GAN (Mao et al. 2017).",
)
WRONG_BASE = Misconception(
    "wrong_base",
    "Your logarithm has another base than e.",
    "log in V is the natural logarithm; torch.log is it, log2 and log10 are not.",
)
REALS_CALLED_FAKE = Misconception(
    "reals_called_fake",
    "Your loss rewards D for calling the real samples fake too.",
    "The first term of V is log D(x), which grows when D calls a real sample real.",
)
HINGE = Misconception(
    "hinge",
    "Your loss is the hinge loss, not the cross-entropy of the game.",
    "Write the logarithms of V; the hinge belongs to another kind of GAN.",
)
LOG_OF_MEAN = Misconception(
    "log_of_mean",
    "You take the logarithm of a mean instead of the mean of a logarithm.",
    "E[log D] is not log E[D]: take the logarithm for each sample first, then the mean.",
)
ONE_OUTSIDE = Misconception(
    "one_outside_log",
    "In your loss the 1 − stands outside the logarithm.",
    "log(1 − D) is not 1 − log D: subtract inside the logarithm.",
)
SMOOTHED = Misconception(
    "label_smoothing",
    "Your labels are not 0 and 1: this is label smoothing.",
    "V knows no smoothed labels. They are a later trick, with another equilibrium.",
)


def _nothing(a: torch.Tensor) -> torch.Tensor:
    return a * 0.0


def _real(a: torch.Tensor) -> torch.Tensor:
    """−log σ(a), what D pays for a sample it should call real."""
    return F.softplus(-a)


def _fake(a: torch.Tensor) -> torch.Tensor:
    """−log(1 − σ(a)), what D pays for a sample it should call fake."""
    return F.softplus(a)


def _guarded(eps: float) -> Terms:
    """Both terms with ε inside the logarithm."""
    return (
        lambda a: -torch.log(torch.sigmoid(a) + eps),
        lambda a: -torch.log(1 - torch.sigmoid(a) + eps),
    )


def _probability(low: float, high: float | None) -> Terms:
    """Both terms of logits taken for probabilities, kept within bounds so that no log fails."""
    return (
        lambda a: -torch.log(a.clamp(low, high)),
        lambda a: -torch.log((1 - a).clamp(low, high)),
    )


def _smoothed(real: float, fake: float) -> Terms:
    return (
        lambda a: real * _real(a) + (1 - real) * _fake(a),
        lambda a: fake * _real(a) + (1 - fake) * _fake(a),
    )


def _negative(term: Elementwise) -> Elementwise:
    return lambda a: -term(a)


EPSILONS = (1e-4, 1e-3, 1e-2, 1e-1)
PROBABILITIES = tuple(_probability(e, high) for e in (1e-6, 1e-7, 1e-8, 1e-12) for high in (1 - e, None))


def _bce_of_logits(logits: torch.Tensor, label: float) -> torch.Tensor:
    return F.binary_cross_entropy(logits, torch.full_like(logits, label))


def _pooled(real: torch.Tensor, fake: torch.Tensor) -> torch.Tensor:
    return torch.cat([_real(real).reshape(-1), _fake(fake).reshape(-1)]).mean()


def _slope_text(student: Student) -> str:
    logits = torch.tensor([-6.0, 0.0])
    slopes = student.slopes("saturating_generator_loss", logits)
    gradient = slopes.args[0]
    if gradient is None or gradient.shape != logits.shape:
        return "your loss has no slope in the logits"
    # dL/da = −σ(a)/N with N = 2; shown for one sample, so multiplied by N.
    seen = [2 * float(g) for g in gradient]
    wanted = [-1 / (1 + math.exp(6.0)), -0.5]
    return (
        f"slope at logit −6: yours {seen[0]:.4f}, wanted {wanted[0]:.4f}; "
        f"at logit 0: yours {seen[1]:.2f}, wanted {wanted[1]:.2f}"
    )


def _value_text(student: Student) -> str:
    value = as_float(student.call("discriminator_loss", torch.zeros(2), torch.zeros(2)).value)
    if value is None:
        return ""
    return f"when D answers 1/2 everywhere: yours {value:.3f}, wanted {2 * math.log(2):.3f}"


PROBES = (
    loss_probe(
        LossSpec(
            exercise="discriminator_loss",
            reference=(_real, _fake),
            wrong_terms=(
                (ASCENT_FORGOTTEN, (lambda a: -_real(a), lambda a: -_fake(a))),
                (LABELS_SWAPPED, (_fake, _real)),
                (FAKES_CALLED_REAL, (_real, _real)),
                (AVERAGED, (lambda a: 0.5 * _real(a), lambda a: 0.5 * _fake(a))),
                (ONE_TERM, (_real, _nothing)),
                (ONE_TERM, (_nothing, _fake)),
                (
                    EXPECTS_PROBABILITIES,
                    (lambda a: -torch.log(a), lambda a: -torch.log(1 - a)),
                ),
                (
                    EXPECTS_PROBABILITIES,
                    (
                        lambda a: -torch.log(a.clamp(1e-7, 1 - 1e-7)),
                        lambda a: -torch.log((1 - a).clamp(1e-7, 1 - 1e-7)),
                    ),
                ),
                (
                    SIGMOID_TWICE,
                    (lambda a: _real(torch.sigmoid(a)), lambda a: _fake(torch.sigmoid(a))),
                ),
                (NO_LOGARITHM, (lambda a: -torch.sigmoid(a), lambda a: torch.sigmoid(a))),
                (NO_LOGARITHM, (lambda a: -torch.sigmoid(a), lambda a: torch.sigmoid(a) - 1)),
                (NO_LOGARITHM, (lambda a: 1 - torch.sigmoid(a), torch.sigmoid)),
                (NO_LOGARITHM, (lambda a: -a, lambda a: a)),
                (LEAST_SQUARES, (lambda a: (a - 1) ** 2, lambda a: a**2)),
                (
                    LEAST_SQUARES,
                    (lambda a: (torch.sigmoid(a) - 1) ** 2, lambda a: torch.sigmoid(a) ** 2),
                ),
                (
                    WRONG_BASE,
                    (lambda a: _real(a) / math.log(2), lambda a: _fake(a) / math.log(2)),
                ),
                (
                    WRONG_BASE,
                    (lambda a: _real(a) / math.log(10), lambda a: _fake(a) / math.log(10)),
                ),
                (ASCENT_FORGOTTEN, (_real, lambda a: -_fake(a))),
                (ASCENT_FORGOTTEN, (lambda a: -_real(a), _fake)),
                (REALS_CALLED_FAKE, (_fake, _fake)),
                (ONE_OUTSIDE, (_real, lambda a: -(1 + _real(a)))),
                (ONE_OUTSIDE, (_real, lambda a: 1 + _real(a))),
                (HINGE, (lambda a: F.relu(1 - a), lambda a: F.relu(1 + a))),
                (SMOOTHED, _smoothed(0.9, 0.0)),
                (SMOOTHED, _smoothed(0.9, 0.1)),
                (SMOOTHED, _smoothed(0.8, 0.0)),
                (SMOOTHED, _smoothed(0.95, 0.0)),
                *((EXPECTS_PROBABILITIES, terms) for terms in PROBABILITIES),
                *((CLAMPED, _guarded(eps)) for eps in EPSILONS),
            ),
            rivals=(
                Rival(POOLED, _pooled),
                Rival(POOLED, lambda r, f: 2 * _pooled(r, f)),
                Rival(POOLED, lambda r, f: (_real(r).sum() + _fake(f).sum()) / len(r)),
                Rival(POOLED, lambda r, f: (_real(r).sum() + _fake(f).sum()) / len(f)),
                Rival(
                    LOG_OF_MEAN,
                    lambda r, f: -torch.log(torch.sigmoid(r).mean()) - torch.log(1 - torch.sigmoid(f).mean()),
                ),
                Rival(EXPECTS_PROBABILITIES, lambda r, f: _bce_of_logits(r, 1.0) + _bce_of_logits(f, 0.0)),
                Rival(PAIRS_SAMPLES, lambda r, f: (_real(r) + _fake(f)).mean()),
            ),
            measure=_value_text,
        )
    ),
    loss_probe(
        LossSpec(
            exercise="saturating_generator_loss",
            reference=(lambda a: -_fake(a),),
            wrong_terms=(
                (NON_SATURATING, (_real,)),
                (WRONG_WAY, (_fake,)),
                (WRONG_WAY, (lambda a: -_real(a),)),
                (EXPECTS_PROBABILITIES, (lambda a: torch.log(1 - a),)),
                (EXPECTS_PROBABILITIES, (lambda a: torch.log((1 - a).clamp(1e-7, 1 - 1e-7)),)),
                (SIGMOID_TWICE, (lambda a: -_fake(torch.sigmoid(a)),)),
                (NO_LOGARITHM, (lambda a: -torch.sigmoid(a),)),
                (NO_LOGARITHM, (lambda a: 1 - torch.sigmoid(a),)),
                (NO_LOGARITHM, (lambda a: -a,)),
                (LEAST_SQUARES, (lambda a: (a - 1) ** 2,)),
                (LEAST_SQUARES, (lambda a: (torch.sigmoid(a) - 1) ** 2,)),
                (WRONG_BASE, (lambda a: -_fake(a) / math.log(2),)),
                (WRONG_BASE, (lambda a: -_fake(a) / math.log(10),)),
                (AVERAGED, (lambda a: -0.5 * _fake(a),)),
                (ONE_OUTSIDE, (lambda a: 1 + _real(a),)),
                (HINGE, (lambda a: F.relu(1 - a),)),
                *((EXPECTS_PROBABILITIES, (_negative(terms[1]),)) for terms in PROBABILITIES),
                *((CLAMPED, (_negative(_guarded(eps)[1]),)) for eps in EPSILONS),
            ),
            rivals=(
                Rival(LOG_OF_MEAN, lambda a: torch.log(1 - torch.sigmoid(a).mean())),
                Rival(EXPECTS_PROBABILITIES, lambda a: -_bce_of_logits(a, 0.0)),
            ),
            measure=_slope_text,
        )
    ),
)
