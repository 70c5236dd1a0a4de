"""Key of the non-saturating generator loss (Goodfellow et al. 2014, section 3, arXiv:1406.2661)."""

import math

import torch
import torch.nn.functional as F

from gan_course.exercises.experiments.losses import CLAMPED
from gan_grading.keys.losses import LossKey


def real(a: torch.Tensor) -> torch.Tensor:
    """Return −log σ(a)."""
    return F.softplus(-a)


def fake(a: torch.Tensor) -> torch.Tensor:
    """Return −log(1 − σ(a))."""
    return F.softplus(a)


key = LossKey(right=(real,), batches=["fake logit"], worked=[[-6.0, 0.5, 2.0]])
key.wrong(
    "saturating_loss",
    "This is the saturating loss, log(1 − D): almost flat where D is sure that the sample is fake.",
    "Compare the two curves of exercise 1 at a logit of −6. Which of them still pushes there?",
    (lambda a: -fake(a),),
)
key.wrong(
    "maximises_instead",
    "Minimising your loss teaches G to be caught: its slope has the wrong sign.",
    "G wants log D(G(z)) to be large and an optimiser makes a loss small. How many minus signs does that take?",
    (lambda a: -real(a),),
    (fake,),
)
key.wrong(
    "expects_probabilities",
    "Your loss treats the logits as if they were probabilities.",
    "D returns a logit a, any real number; the probability is σ(a). Take the logarithm of σ(a), not of a.",
    (lambda a: -torch.log(a),),
    (lambda a: torch.log(1 - a),),
    *(
        (lambda a, e=e, h=h: -torch.log(a.clamp(e, h)),)
        for e in (1e-6, 1e-7, 1e-8, 1e-12)
        for h in (1 - e, None)
    ),
    lambda a: F.binary_cross_entropy(a, torch.ones_like(a)),
)
key.wrong(
    "sigmoid_twice",
    "A sigmoid is applied twice on the way to your loss.",
    "A function that takes logits applies σ by itself. Give it the logits as they came from D.",
    (lambda a: real(torch.sigmoid(a)),),
    (lambda a: -fake(torch.sigmoid(a)),),
)
key.wrong(
    "no_logarithm",
    "The logarithm is missing from your loss.",
    "The slope of −σ(a) dies on both sides. What does the logarithm change on the left?",
    (lambda a: -torch.sigmoid(a),),
    (lambda a: 1 - torch.sigmoid(a),),
    (lambda a: -a,),
)
key.wrong(
    "least_squares",
    "Your loss is a squared distance to a label, not a cross-entropy.",
    "The squared loss belongs to another kind of GAN (Mao et al. 2017). Here the logarithm of σ(a) is asked.",
    (lambda a: (a - 1) ** 2,),
    (lambda a: (torch.sigmoid(a) - 1) ** 2,),
)
key.wrong(
    "wrong_base",
    "Your logarithm has another base than e.",
    "log is the natural logarithm; torch.log is it, log2 and log10 are not.",
    (lambda a: real(a) / math.log(2),),
    (lambda a: real(a) / math.log(10),),
)
key.wrong(
    "scaled",
    "Your loss is a multiple of the one asked for.",
    "The formula is one mean with nothing in front of it: at logits of 0 it gives log 2 = 0.693.",
    (lambda a: 0.5 * real(a),),
    (lambda a: 2 * real(a),),
)
key.wrong(
    "one_outside_log",
    "In your loss a 1 − stands outside the logarithm.",
    "The formula has one logarithm, of σ(a), and no 1 − anywhere.",
    (lambda a: 1 + real(a),),
    (lambda a: 1 - real(a),),
    (lambda a: real(a) - 1,),
)
key.wrong(
    "hinge",
    "Your loss is the hinge loss, not a cross-entropy.",
    "The hinge belongs to another kind of GAN. Here the logarithm of σ(a) is asked.",
    (lambda a: F.relu(1 - a),),
)
key.wrong(
    "both_losses",
    "Your loss mixes the saturating and the non-saturating term.",
    "Only one of the two is asked for: the one that is steep on the left.",
    (lambda a: real(a) + fake(a),),
)
key.wrong(
    "label_smoothing",
    "Your label is not 1: this is label smoothing.",
    "For this loss the fakes are labelled as fully real: 1.",
    *((lambda a, t=t: t * real(a) + (1 - t) * fake(a),) for t in (0.9, 0.8, 0.95, 0.7)),
)
key.wrong(
    "log_of_mean",
    "You take the logarithm of a mean instead of the mean of a logarithm.",
    "E[log D] is not log E[D]: take the logarithm for each sample first, then the mean.",
    lambda a: -torch.log(torch.sigmoid(a).mean()),
    lambda a: real(a.mean()),
)
key.also(CLAMPED, *((lambda a, e=e: -torch.log(torch.sigmoid(a) + e),) for e in (1e-4, 1e-3, 1e-2, 1e-1)))
