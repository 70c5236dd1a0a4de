"""Key of G's term of V on a batch of logits (Goodfellow et al. 2014, https://arxiv.org/abs/1406.2661)."""

import math

import torch
import torch.nn.functional as F

from gan_course.exercises.experiments.losses import CLAMPED
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
    WRONG_BASE,
    bce_of_logits,
    fake_term,
    guarded,
    real_term,
    scaled,
    smoothed,
    whole,
)

key = LossKey(
    right=(scaled(fake_term, -1.0),),
    batches=["fake logit"],
    worked=[[-6.0, -0.5, 0.25, 1.5, 3.0]],
    far=15.5,
)
key.wrong(
    "non_saturating",
    "This is the non-saturating loss, which the next assignment asks for.",
    "Here G minimises the second term of V itself, log(1 − D(G(z))).",
    (real_term,),
)
key.wrong(
    "wrong_way",
    "Minimising your loss makes G worse: its slope has the wrong sign.",
    "G minimises the very term of V that D maximises. Is there a minus sign too many?",
    (fake_term,),
    (scaled(real_term, -1.0),),
)
key.also(
    EXPECTS_PROBABILITIES,
    (lambda a: torch.log(1 - a),),
    *(whole(scaled(terms[1], -1.0)) for terms in OF_PROBABILITIES),
    lambda a: -bce_of_logits(a, 0.0),
)
key.also(SIGMOID_TWICE, (lambda a: -fake_term(torch.sigmoid(a)),))
key.also(
    NO_LOGARITHM,
    (lambda a: -torch.sigmoid(a),),
    (lambda a: 1 - torch.sigmoid(a),),
    (lambda a: -a,),
)
key.also(LEAST_SQUARES, (lambda a: (a - 1) ** 2,), whole(lambda a: (torch.sigmoid(a) - 1) ** 2))
key.also(WRONG_BASE, *(whole(scaled(fake_term, -1 / math.log(b))) for b in (2, 10)))
key.also(AVERAGED, (scaled(fake_term, -0.5),))
key.also(ONE_OUTSIDE, (lambda a: 1 + real_term(a),), (lambda a: 1 - real_term(a),))
key.also(HINGE, whole(lambda a: F.relu(1 - a)))
key.also(SMOOTHED_LABELS, *(whole(scaled(smoothed(1.0, low)[1], -1.0)) for low in (0.1, 0.2, 0.05, 0.3)))
key.also(CLAMPED, *(whole(scaled(guarded(eps)[1], -1.0)) for eps in EPSILONS))
key.also(
    LOG_OF_MEAN,
    lambda a: torch.log(1 - torch.sigmoid(a).mean()),
    lambda a: -fake_term(a.mean()),
)
