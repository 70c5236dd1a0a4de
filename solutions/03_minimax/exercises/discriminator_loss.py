"""Key of D's loss, −V on a batch of logits (Goodfellow et al. 2014, https://arxiv.org/abs/1406.2661)."""

import math

import torch
import torch.nn.functional as F

from gan_course.exercises.experiments.losses import CLAMPED
from gan_course.exercises.values import MEAN_MISSING
from gan_grading.keys.losses import SMOOTHED_LABELS, LossKey

from ._shared import (
    AVERAGED,
    EPSILONS,
    EXPECTS_PROBABILITIES,
    HINGE,
    LEAST_SQUARES,
    LOG_OF_MEAN,
    NO_LOGARITHM,
    OF_PROBABILITIES,
    ONE_OUTSIDE,
    SIGMOID_TWICE,
    SMOOTHINGS,
    WRONG_BASE,
    bce_of_logits,
    fake_term,
    guarded,
    nothing,
    real_term,
    scaled,
    smoothed,
    whole,
)


def pooled(real: torch.Tensor, fake: torch.Tensor) -> torch.Tensor:
    return torch.cat([real_term(real).reshape(-1), fake_term(fake).reshape(-1)]).mean()


def both(real: torch.Tensor, fake: torch.Tensor) -> torch.Tensor:
    return real_term(real).sum() + fake_term(fake).sum()


key = LossKey(
    right=(real_term, fake_term),
    batches=["real logit", "fake logit"],
    worked=[[2.0, -1.0, 0.5, 3.0, -2.0, 0.25, 1.0], [-0.5, 1.5, -3.0, 0.25, 1.0]],
    far=15.5,
)
key.wrong(
    "ascent_forgotten",
    "Your loss is V itself, so an optimiser that minimises it makes D worse.",
    "D climbs V, an optimiser only descends. What must you minimise to climb V?",
    (scaled(real_term, -1.0), scaled(fake_term, -1.0)),
)
key.wrong(
    "one_sign_turned",
    "One of your two terms has the wrong sign: minimising it makes D worse on that kind of sample.",
    "In −V both logarithms carry a minus sign.",
    whole(real_term, scaled(fake_term, -1.0)),
    whole(scaled(real_term, -1.0), fake_term),
)
key.wrong(
    "labels_swapped",
    "Your loss rewards D for calling real samples fake and fakes real.",
    "The term with log D belongs to the data. Which sign must a logit have for a sample D believes real?",
    (fake_term, real_term),
)
key.wrong(
    "fakes_called_real",
    "Your loss rewards D for calling the fakes real too.",
    "The second term of V is log(1 − D(G(z))), not log D(G(z)).",
    (real_term, real_term),
)
key.also(AVERAGED, (scaled(real_term, 0.5), scaled(fake_term, 0.5)))
key.wrong(
    "one_term",
    "One of the two terms of V is missing from your loss.",
    "D must learn from both kinds of samples. Write down both expectations of V before you code them.",
    whole(real_term, nothing),
    whole(nothing, fake_term),
)
key.also(
    EXPECTS_PROBABILITIES,
    whole(lambda a: -torch.log(a), lambda a: -torch.log(1 - a)),
    *(whole(*terms) for terms in OF_PROBABILITIES),
    lambda r, f: bce_of_logits(r, 1.0) + bce_of_logits(f, 0.0),
)
key.also(SIGMOID_TWICE, whole(lambda a: real_term(torch.sigmoid(a)), lambda a: fake_term(torch.sigmoid(a))))
key.also(
    NO_LOGARITHM,
    (lambda a: -torch.sigmoid(a), torch.sigmoid),
    whole(lambda a: -torch.sigmoid(a), lambda a: torch.sigmoid(a) - 1),
    whole(lambda a: 1 - torch.sigmoid(a), torch.sigmoid),
    whole(lambda a: -a, lambda a: a * 1.0),
)
key.also(
    LEAST_SQUARES,
    whole(lambda a: (a - 1) ** 2, lambda a: a**2),
    whole(lambda a: (torch.sigmoid(a) - 1) ** 2, lambda a: torch.sigmoid(a) ** 2),
    whole(lambda a: (a - 1) ** 2 / 2, lambda a: a**2 / 2),
)
key.also(
    WRONG_BASE,
    *(whole(scaled(real_term, 1 / math.log(b)), scaled(fake_term, 1 / math.log(b))) for b in (2, 10)),
)
key.wrong(
    "reals_called_fake",
    "Your loss rewards D for calling the real samples fake too.",
    "The first term of V is log D(x), which grows when D calls a real sample real.",
    whole(fake_term, fake_term),
)
key.also(
    ONE_OUTSIDE,
    whole(real_term, lambda a: -(1 + real_term(a))),
    whole(real_term, lambda a: 1 + real_term(a)),
)
key.also(HINGE, whole(lambda a: F.relu(1 - a), lambda a: F.relu(1 + a)))
key.also(SMOOTHED_LABELS, *(whole(*smoothed(*labels)) for labels in SMOOTHINGS))
key.also(CLAMPED, *(whole(*guarded(eps)) for eps in EPSILONS))
key.wrong(
    "pooled",
    "Your loss takes one mean over all samples together, or divides one batch by the size of the other.",
    "V has two expectations. Each has its own mean, so that a smaller batch weighs as much as a larger one.",
    pooled,
    lambda r, f: 2 * pooled(r, f),
    lambda r, f: both(r, f) / len(r),
    lambda r, f: both(r, f) / len(f),
)
key.also(
    LOG_OF_MEAN,
    lambda r, f: -torch.log(torch.sigmoid(r).mean()) - torch.log(1 - torch.sigmoid(f).mean()),
    lambda r, f: real_term(r.mean()) + fake_term(f.mean()),
)
key.wrong(
    "pairs_samples",
    "Your loss adds a real and a fake logit sample by sample, so it needs as many of one as of the other.",
    "Take the mean over the real batch and the mean over the fake batch first, then add the two numbers.",
    lambda r, f: (real_term(r) + fake_term(f)).mean(),
)
key.wrong(
    "relative",
    "Your loss compares each real logit with the fake ones, not each with its own label.",
    "In V the data and the fakes meet in a sum of two averages, never inside one logarithm.",
    lambda r, f: F.softplus(-(r.mean() - f.mean())),
    lambda r, f: F.softplus(-(r - f.mean())).mean() + F.softplus(f - r.mean()).mean(),
    lambda r, f: F.softplus(-(r.reshape(-1, 1) - f.reshape(1, -1))).mean(),
)
# The logarithm of a product is the sum of the logarithms.
key.also(
    MEAN_MISSING,
    lambda r, f: (
        -torch.log(torch.sigmoid(r).prod() + 1e-30) - torch.log((1 - torch.sigmoid(f)).prod() + 1e-30)
    ),
)
