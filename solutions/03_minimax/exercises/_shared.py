"""What both losses of the minimax game can get wrong, and the terms that show it."""

from collections.abc import Callable

import torch
import torch.nn.functional as F

from gan_course.exercises.finding import Misconception
from gan_grading.keys.losses import Loss, reduced

Term = Callable[[torch.Tensor], torch.Tensor]

AVERAGED = Misconception(
    "averaged",
    "Your loss is half of what the formula gives.",
    "Each average stands in the formula with the factor 1; nothing divides by two.",
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
EPSILONS = (1e-4, 1e-3, 1e-2, 1e-1)


def real_term(a: torch.Tensor) -> torch.Tensor:
    """−log σ(a), what D pays for a sample it should call real."""
    return F.softplus(-a)


def fake_term(a: torch.Tensor) -> torch.Tensor:
    """−log(1 − σ(a)), what D pays for a sample it should call fake."""
    return F.softplus(a)


def whole(*terms: Term) -> Loss:
    """The loss of rarer terms as it is, not summed or cut as well: a record has room for the likely ones."""
    return reduced(terms, "mean")


def nothing(a: torch.Tensor) -> torch.Tensor:
    return a * 0.0


def scaled(term: Term, factor: float) -> Term:
    return lambda a: factor * term(a)


def guarded(eps: float) -> tuple[Term, Term]:
    """Both terms with ε inside the logarithm."""
    return (
        lambda a: -torch.log(torch.sigmoid(a) + eps),
        lambda a: -torch.log(1 - torch.sigmoid(a) + eps),
    )


def of_probability(low: float, high: float | None) -> tuple[Term, Term]:
    """Both terms of logits taken for probabilities, kept within bounds so that no log fails."""
    return (
        lambda a: -torch.log(a.clamp(low, high)),
        lambda a: -torch.log((1 - a).clamp(low, high)),
    )


def smoothed(real: float, fake: float) -> tuple[Term, Term]:
    """Both terms with labels that are not 1 and 0."""
    return (
        lambda a: real * real_term(a) + (1 - real) * fake_term(a),
        lambda a: fake * real_term(a) + (1 - fake) * fake_term(a),
    )


# Logits taken for probabilities, guarded in the usual ways.
OF_PROBABILITIES = tuple(of_probability(e, high) for e in (1e-6, 1e-7, 1e-8) for high in (1 - e, None))
SMOOTHINGS = ((0.9, 0.0), (0.9, 0.1), (0.8, 0.0), (0.95, 0.0))


def bce_of_logits(logits: torch.Tensor, label: float) -> torch.Tensor:
    """torch's cross-entropy of probabilities, given logits: it raises where one is not between 0 and 1."""
    return F.binary_cross_entropy(logits, torch.full_like(logits, label))
