"""Key of the unsupervised loss, −E log D(x) − E log(1 − D(G(z))) with D = σ(log Σ exp) (Salimans et al. 2016)."""

import torch
import torch.nn.functional as F

from gan_course.exercises.values import DETACHED, MEAN_MISSING
from gan_grading.keys import Key

from ._shared import MAX_FOR_SUM, OVERFLOWS, SOFTMAX_FIRST, SUM_OF_LOGITS, WRONG_AXIS, far_logits, logits


def z(k):
    return k.logsumexp(1)


def of(to_logit):
    """The loss of other logits of "real"."""
    return lambda real, fake: F.softplus(-to_logit(real)).mean() + F.softplus(to_logit(fake)).mean()


def of_terms(real_term, fake_term):
    """The loss of other terms, of the logit of "real" of each picture."""
    return lambda real, fake: real_term(z(real)).mean() + fake_term(z(fake)).mean()


def true(a):
    return F.softplus(-a)


def false(a):
    return F.softplus(a)


def nothing(a):
    return 0.0 * a


right = of(z)

key = Key(
    "values",
    right=right,
    names=["real_logits", "fake_logits"],
    parts=[
        {
            "criterion": "real pictures real, fakes fake",
            "cases": [
                {
                    "on": "the batches of the text",
                    "given": [{"is": [[0.0, 0.0, 0.0], [2.0, -1.0, 0.5]]}, {"is": [[-3.0, -3.0, -2.0]]}],
                    "slopes": [0, 1],
                },
                {
                    "on": "batches of two sizes",
                    "given": [logits("N", 10), logits("M", 10)],
                    "sizes": {"N": [3, 5], "M": [6, 8]},
                    "slopes": [0, 1],
                },
                {"on": "one picture of each kind", "given": [logits(1, 4), logits(1, 4)], "slopes": [0, 1]},
                {
                    "on": "five of each kind, three classes",
                    "given": [logits(5, 3), logits(5, 3)],
                    "slopes": [0, 1],
                },
            ],
        },
        {
            "criterion": "exact up to ±200",
            "cases": [
                {"on": "logits up to ±200", "given": [far_logits(4, 3), far_logits(5, 3)], "slopes": [0, 1]},
                {
                    "on": "D sure and mistaken",
                    "given": [{"is": [[-200.0, -200.0]]}, {"is": [[200.0, 190.0]]}],
                    "slopes": [0, 1],
                },
            ],
            "otherwise": OVERFLOWS.id,
            "named": False,
            "goes_on": True,
        },
    ],
)
key.wrong(
    "swapped",
    "Real pictures and fakes have changed places.",
    "Real pictures should get a large Z, fakes a small one. Which term of your loss falls when Z of a fake grows?",
    of_terms(false, true),
)
key.wrong(
    "fakes_called_real",
    "Your loss rewards D for calling fakes real, or real pictures fake.",
    "D keeps real pictures real and fakes fake: log D(x), and log(1 − D(G(z))).",
    of_terms(true, true),
    of_terms(false, false),
    of_terms(true, lambda a: -F.softplus(a)),
    of_terms(true, lambda a: -F.softplus(-a)),
    of_terms(lambda a: -F.softplus(-a), false),
)
key.wrong(
    "wrong_way",
    "Minimising your loss makes D worse: the sign is turned round.",
    "The paper's L is to be minimised, and both expectations of logarithms stand behind a minus sign.",
    lambda r, f: -right(r, f),
)
key.wrong(
    "one_term",
    "One of the two terms is missing from your loss.",
    "Both kinds of pictures teach D: unlabelled real ones, and fakes.",
    of_terms(true, nothing),
    of_terms(nothing, false),
)
key.also(MAX_FOR_SUM, of(lambda k: k.max(1).values), of(lambda k: k.amax(1)))
key.also(SUM_OF_LOGITS, of(lambda k: k.sum(1)), of(lambda k: k.mean(1)))
key.wrong(
    "each_logit_by_itself",
    "Each of the K logits is judged real or fake by itself.",
    "A picture has one probability of being real: first Z over its K logits, then the loss.",
    of(lambda k: k),
    lambda r, f: F.softplus(-r).sum(1).mean() + F.softplus(f).sum(1).mean(),
    of(lambda k: F.softplus(k).sum(1)),
)
key.also(
    SOFTMAX_FIRST,
    of(lambda k: k.softmax(1).logsumexp(1)),
    of(lambda k: k.log_softmax(1).logsumexp(1)),
    lambda r, f: -r.softmax(1).max(1).values.log().mean() - (1 - f.softmax(1).max(1).values).log().mean(),
)
key.also(WRONG_AXIS, of(lambda k: k.logsumexp(0)))
key.wrong(
    "mean_of_exp",
    "Z is an average over the classes in your loss, where the formula has a sum.",
    "With K logits of 0 the probability of real is K / (K + 1).",
    of(lambda k: k.exp().mean(1).log()),
)
key.wrong(
    "scaled",
    "Your loss is a fixed multiple of what the formula gives.",
    "Two means, added. The paper's code halves them; the formula asked for here does not.",
    *(lambda r, f, by=by: by * right(r, f) for by in (0.5, 2.0, 0.25, 1 / 3)),
)
key.wrong(
    "one_side_detached",
    "No gradient flows to one of the batches, though it does to the other.",
    "The loss is a function of both: detach() belongs into the training step, around the fakes.",
    lambda r, f: right(r.detach(), f),
    lambda r, f: right(r, f.detach()),
)
key.wrong(
    "pooled",
    "Your loss takes one mean over all pictures together, or divides both sums by the same size.",
    "Each of the two batches has a mean of its own, whatever their sizes.",
    lambda r, f: torch.cat([true(z(r)), false(z(f))]).mean(),
    lambda r, f: 2 * torch.cat([true(z(r)), false(z(f))]).mean(),
    lambda r, f: true(z(r)).mean() + false(z(f)).sum() / len(r),
)
key.wrong(
    "mean_inside",
    "The logits of the pictures are averaged before the logarithm.",
    "Each picture has a loss of its own: first softplus, then the mean.",
    lambda r, f: true(z(r).mean()) + false(z(f).mean()),
)
key.wrong(
    "no_logarithm",
    "Your loss is a critic's, a least-squares or a plain probability: the logarithms are missing.",
    "−log σ(a) is softplus(−a), and −log(1 − σ(a)) is softplus(a).",
    of_terms(lambda a: -a, lambda a: a),
    of_terms(lambda a: -torch.sigmoid(a), torch.sigmoid),
    of_terms(lambda a: (a - 1).square(), torch.square),
    of_terms(lambda a: (torch.sigmoid(a) - 1).square(), lambda a: torch.sigmoid(a).square()),
    of_terms(lambda a: F.relu(1 - a), lambda a: F.relu(1 + a)),
)
key.wrong(
    "smoothed_labels",
    "Your loss pulls towards labels that are not 0 and 1.",
    "Label smoothing comes in exercise 7. Here the plain formula is asked for.",
    *(of_terms(lambda a, t=t: t * true(a) + (1 - t) * false(a), false) for t in (0.9, 0.8, 0.95)),
)
key.also(
    MEAN_MISSING,
    lambda r, f: true(z(r)).sum() + false(z(f)).sum(),
    lambda r, f: true(z(r)) + false(z(f)),
    lambda r, f: torch.cat([true(z(r)), false(z(f))]),
)
key.also(DETACHED, lambda r, f: right(r, f).detach())
key.also(OVERFLOWS)
