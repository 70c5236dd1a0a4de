"""Key of D's loss over three kinds of pairs (Reed et al. 2016, https://arxiv.org/abs/1605.05396, Algorithm 1)."""

from collections.abc import Callable
from functools import partial

import torch
import torch.nn.functional as F

from gan_course.exercises.experiments.losses import CLAMPED
from gan_grading.keys.losses import SMOOTHED_LABELS, LossKey

from ._shared import NO_LOG, SIGMOID_TWICE

Term = Callable[[torch.Tensor], torch.Tensor]


def accept(a: torch.Tensor) -> torch.Tensor:
    """−log σ(a)."""
    return F.softplus(-a)


def reject(a: torch.Tensor) -> torch.Tensor:
    """−log(1 − σ(a))."""
    return F.softplus(a)


def times(weight: float, term: Term) -> Term:
    return lambda a: weight * term(a)


def weighted(*weights: float) -> tuple[Term, ...]:
    """The right terms with other weights."""
    return tuple(times(w, t) for w, t in zip(weights, (accept, reject, reject), strict=True))


def of(yes: Term, no: Term) -> tuple[Term, ...]:
    return (yes, times(0.5, no), times(0.5, no))


def guarded(eps: float) -> tuple[Term, ...]:
    return of(
        lambda a: -torch.log(torch.sigmoid(a) + eps),
        lambda a: -torch.log(1 - torch.sigmoid(a) + eps),
    )


def log_of_clamped(low: float, high: float | None) -> tuple[Term, ...]:
    return of(
        lambda a: -torch.log(a.clamp(low, high)),
        lambda a: -torch.log((1 - a).clamp(low, high)),
    )


def smoothed(a: torch.Tensor) -> torch.Tensor:
    return 0.9 * accept(a) + 0.1 * reject(a)


def wrong_ones(fake: torch.Tensor, wrong: torch.Tensor) -> torch.Tensor:
    return torch.cat([reject(fake).reshape(-1), reject(wrong).reshape(-1)])


def all_pairs(matched: torch.Tensor, fake: torch.Tensor, wrong: torch.Tensor) -> torch.Tensor:
    return torch.cat([accept(matched).reshape(-1), wrong_ones(fake, wrong)])


def bce(probabilities: torch.Tensor, label: float) -> torch.Tensor:
    return F.binary_cross_entropy(probabilities, torch.full_like(probabilities, label))


half = partial(times, 0.5)
key = LossKey(
    right=of(accept, reject),
    batches=["matched logit", "fake logit", "mismatched logit"],
    worked=[[2.0, -1.0, 0.5], [-0.5, 1.5], [0.25]],
    far=15.5,
    combined=False,
)
key.wrong(
    "not_halved",
    "The two kinds of wrong pairs weigh twice as much as the right ones.",
    "Fakes and mismatched pairs share the side of the wrong: together they weigh as much as the right pairs do.",
    weighted(1, 1, 1),
    share=0.6,
)
key.wrong(
    "mismatched_called_right",
    "Your loss rewards D for accepting real images with a wrong label.",
    "The image is real, the pair is not: D must reject it, or it has no reason to look at y.",
    (accept, half(reject), half(accept)),
    (half(accept), reject, half(accept)),
    (accept, reject, accept),
)
key.wrong(
    "mismatched_ignored",
    "The mismatched pairs do not count in your loss.",
    "There are three kinds of pairs and three means. Which one is missing?",
    weighted(1, 1, 0),
    weighted(1, 0.5, 0),
    weighted(0.5, 0.5, 0),
)
key.wrong(
    "fakes_ignored",
    "The fakes do not count in your loss.",
    "There are three kinds of pairs and three means. Which one is missing?",
    weighted(1, 0, 1),
    weighted(1, 0, 0.5),
)
key.wrong(
    "matched_ignored",
    "The right pairs do not count in your loss.",
    "Without them D does best by rejecting everything. There are three kinds of pairs and three means.",
    weighted(0, 0.5, 0.5),
    weighted(0, 1, 1),
)
key.wrong(
    "fakes_called_right",
    "Your loss rewards D for accepting fakes.",
    "D must reject what G made: log(1 − σ(a)), not log σ(a).",
    (accept, half(accept), half(reject)),
    (accept, accept, reject),
)
key.wrong(
    "labels_swapped",
    "Your loss rewards D for rejecting right pairs.",
    "The term with log σ(a) belongs to real images with their own label. Which of the arguments is that?",
    (reject, half(accept), half(accept)),
    (reject, accept, accept),
    (reject, half(reject), half(reject)),
)
key.wrong(
    "ascent_forgotten",
    "Minimising your loss makes D worse, in one of its terms at least: a sign is missing.",
    "D climbs the sum of logarithms; an optimiser descends. Which sign does the loss have?",
    weighted(-1, -0.5, -0.5),
    weighted(-1, -1, -1),
    weighted(1, -0.5, -0.5),
    weighted(-1, 0.5, 0.5),
    weighted(1, -1, -1),
    weighted(1, 0.5, -0.5),
    weighted(1, -0.5, 0.5),
)
key.wrong(
    "averaged",
    "Your loss is divided once more: it is smaller than what the formula gives.",
    "One mean for the right pairs, plus half of each mean of the wrong ones; nothing divides the sum again.",
    weighted(1 / 3, 1 / 3, 1 / 3),
    weighted(0.5, 0.25, 0.25),
    weighted(1 / 3, 1 / 6, 1 / 6),
    weighted(0.5, 0.5, 0.5),
)
key.wrong(
    "other_weights",
    "Your three terms have other weights than those of the formula.",
    "1 for the right pairs, 1/2 for the fakes, 1/2 for the mismatched ones.",
    weighted(1, 0.5, 1),
    weighted(1, 1, 0.5),
    weighted(2, 1, 1),
    weighted(0.5, 1, 1),
    share=0.6,
)
key.wrong(
    "expects_probabilities",
    "Your loss treats the logits as if they were probabilities.",
    "D returns a logit a; the probability is σ(a). Take the logarithm of σ(a), not of a.",
    of(lambda a: -torch.log(a), lambda a: -torch.log(1 - a)),
    log_of_clamped(1e-7, 1 - 1e-7),
    log_of_clamped(1e-8, None),
    lambda m, f, w: bce(m, 1.0) + 0.5 * (bce(f, 0.0) + bce(w, 0.0)),
)
key.also(SIGMOID_TWICE, of(lambda a: accept(torch.sigmoid(a)), lambda a: reject(torch.sigmoid(a))))
key.also(
    NO_LOG,
    of(lambda a: -torch.sigmoid(a), torch.sigmoid),
    of(lambda a: 1 - torch.sigmoid(a), torch.sigmoid),
    of(lambda a: -a, lambda a: a),
)
key.also(SMOOTHED_LABELS, of(smoothed, reject), of(smoothed, lambda a: 0.9 * reject(a) + 0.1 * accept(a)))
key.wrong(
    "other_loss",
    "Your loss belongs to another kind of GAN (least squares or hinge).",
    "Write the logarithms of the formula.",
    of(lambda a: (a - 1) ** 2, lambda a: a**2),
    of(lambda a: (torch.sigmoid(a) - 1) ** 2, lambda a: torch.sigmoid(a) ** 2),
    of(lambda a: F.relu(1 - a), lambda a: F.relu(1 + a)),
)
key.also(CLAMPED, *(guarded(eps) for eps in (1e-4, 1e-3, 1e-2)))
key.wrong(
    "pooled",
    "Your loss takes one mean over several kinds of pairs.",
    "Each kind has a mean of its own, so that the size of a batch does not change its weight.",
    lambda m, f, w: accept(m).mean() + wrong_ones(f, w).mean(),
    lambda m, f, w: all_pairs(m, f, w).mean(),
    lambda m, f, w: 2 * all_pairs(m, f, w).mean(),
    lambda m, f, w: 3 * all_pairs(m, f, w).mean(),
    lambda m, f, w: (accept(m).sum() + 0.5 * wrong_ones(f, w).sum()) / len(m),
    share=0.5,
)
key.wrong(
    "pairs_samples",
    "Your loss adds logits sample by sample, so it needs batches of one size.",
    "Take the mean over each batch first, then add the three numbers.",
    lambda m, f, w: accept(m).mean() + 0.5 * (reject(f) + reject(w)).mean(),
    lambda m, f, w: (accept(m) + 0.5 * (reject(f) + reject(w))).mean(),
    lambda m, f, w: accept(m).mean() + torch.stack([reject(f), reject(w)]).mean(),
    share=0.5,
)
