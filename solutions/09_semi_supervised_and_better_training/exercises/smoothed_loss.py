"""Key of D's loss with one-sided label smoothing (Salimans et al. 2016, section 3.4)."""

import torch
import torch.nn.functional as F

from gan_course.exercises.values import DETACHED, MEAN_MISSING
from gan_grading.keys import Key

from ._shared import OVERFLOWS


def bce(a, target):
    """Towards a target, one number a logit."""
    return F.binary_cross_entropy_with_logits(a, torch.full_like(a, target), reduction="none")


def towards(of_real, of_fake):
    """The loss towards other targets, each a function of the one given."""
    return lambda r, f, t: bce(r, of_real(t)).mean() + bce(f, of_fake(t)).mean()


right = towards(lambda t: t, lambda t: 0.0)


def batch(rows, column=False):
    drawn = {"draw": "normal", "shape": [rows], "scale": 2.0, "bound": 6.0}
    return {**drawn, "column": True} if column else drawn


FAR = {"draw": "signed", "low": 1.0, "high": 200.0}
OF_THE_TEXT = [{"is": [0.0, 3.0]}, {"is": [-1.0]}]

key = Key(
    "values",
    right=right,
    names=["real_logits", "fake_logits", "target"],
    parts=[
        {
            "criterion": "value and slopes",
            "cases": [
                {"on": "the logits of the text, target 0.9", "given": [*OF_THE_TEXT, 0.9], "slopes": [0, 1]},
                {
                    "on": "batches of two sizes, target 0.8",
                    "given": [batch("N"), batch("M"), 0.8],
                    "sizes": {"N": [3, 5], "M": [6, 8]},
                    "slopes": [0, 1],
                },
                {
                    "on": "columns of logits, target 0.7",
                    "given": [batch(4, True), batch(5, True), 0.7],
                    "slopes": [0, 1],
                },
                {
                    "on": "one logit of each kind, target 0.95",
                    "given": [batch(1), batch(1), 0.95],
                    "slopes": [0, 1],
                },
                {"on": "no smoothing, target 1", "given": [batch(4), batch(4), 1.0], "slopes": [0, 1]},
            ],
        },
        {
            "criterion": "exact up to ±200",
            "cases": [
                {
                    "on": "logits up to ±200",
                    "given": [FAR | {"shape": [6]}, FAR | {"shape": [4]}, 0.9],
                    "slopes": [0, 1],
                },
                {
                    "on": "logits of ±200",
                    "given": [{"is": [200.0, -200.0]}, {"is": [200.0, -200.0]}, 0.9],
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
    "both_sides",
    "Fakes are smoothed as well.",
    "One-sided: the target of fakes stays 0. With both sides smoothed the best D is pulled up where fakes are, "
    "and fakes far from the data are rewarded for staying there.",
    towards(lambda t: t, lambda t: 1 - t),
    towards(lambda t: t, lambda t: t),
    towards(lambda t: t, lambda t: 0.1),
)
key.wrong(
    "wrong_side",
    "Fakes are smoothed and real samples are not.",
    "The target given belongs to real samples; that of fakes stays 0.",
    towards(lambda t: 1.0, lambda t: 1 - t),
    towards(lambda t: 1.0, lambda t: t),
)
key.wrong(
    "no_smoothing",
    "Your loss does not follow the target: real samples are pulled to 1.",
    "−t·log σ(a) − (1 − t)·log(1 − σ(a)): with t = 1 the second part vanishes. Where is t in your loss?",
    towards(lambda t: 1.0, lambda t: 0.0),
)
key.wrong(
    "target_fixed",
    "Your loss uses a fixed target, not the one given.",
    "0.9 is only the usual value: use the argument.",
    *(towards(lambda t, fixed=fixed: fixed, lambda t: 0.0) for fixed in (0.9, 0.8, 0.7, 0.95, 0.99)),
)
key.wrong(
    "target_as_amount",
    "The target is taken for the amount of smoothing: real samples are pulled to 1 − target.",
    "target = 0.9 means: call real samples 0.9.",
    towards(lambda t: 1 - t, lambda t: 0.0),
    towards(lambda t: 1 - t, lambda t: t),
    towards(lambda t: 1 - t / 2, lambda t: 0.0),
    towards(lambda t: (1 + t) / 2, lambda t: 0.0),
)
key.wrong(
    "second_part_missing",
    "Real samples only lost weight: nothing pulls D back where it is too sure.",
    "A target of t has two parts: t times −log σ(a), and 1 − t times −log(1 − σ(a)).",
    lambda r, f, t: t * F.softplus(-r).mean() + F.softplus(f).mean(),
    lambda r, f, t: F.softplus(-r).mean() + t * F.softplus(f).mean(),
    lambda r, f, t: t * F.softplus(-r).mean() + (1 - t) * F.softplus(f).mean(),
    lambda r, f, t: F.softplus(-t * r).mean() + F.softplus(f).mean(),
    lambda r, f, t: t * (F.softplus(-r).mean() + F.softplus(f).mean()),
    lambda r, f, t: t * F.softplus(-r).mean() + (1 - t) * F.softplus(r).mean(),
)
key.wrong(
    "swapped",
    "Real and fake samples have changed places.",
    "Real samples are pulled to the target, fakes to 0.",
    lambda r, f, t: right(f, r, t),
    towards(lambda t: 0.0, lambda t: t),
    towards(lambda t: 0.0, lambda t: 1.0),
)
key.wrong(
    "wrong_way",
    "The sign is turned round: minimising your loss makes D worse.",
    "A cross-entropy is never negative.",
    lambda r, f, t: -right(r, f, t),
    lambda r, f, t: -t * F.softplus(-r).mean() - (1 - t) * F.softplus(r).mean() + F.softplus(f).mean(),
)
key.wrong(
    "one_term",
    "One of the two batches is missing from your loss.",
    "Both kinds teach D.",
    lambda r, f, t: bce(r, t).mean() + 0 * f.sum(),
    lambda r, f, t: bce(f, 0.0).mean() + 0 * r.sum(),
)
key.wrong(
    "scaled",
    "Your loss is a fixed multiple of what the formula gives.",
    "Two means, added; nothing halves the sum.",
    *(lambda r, f, t, by=by: by * right(r, f, t) for by in (0.5, 2.0)),
)
key.wrong(
    "pooled",
    "Your loss takes one mean over all logits together.",
    "Each batch has a mean of its own, whatever their sizes.",
    lambda r, f, t: torch.cat([bce(r, t), bce(f, 0.0)]).mean(),
    lambda r, f, t: 2 * torch.cat([bce(r, t), bce(f, 0.0)]).mean(),
)
key.wrong(
    "sigmoid_twice",
    "The logits pass through a sigmoid before a loss that applies one itself.",
    "binary_cross_entropy_with_logits and softplus take logits as they are.",
    lambda r, f, t: right(r.sigmoid(), f.sigmoid(), t),
)
key.wrong(
    "squares",
    "Your loss measures squared distances to the targets.",
    "Least squares are a loss of their own. Here the cross-entropy is smoothed.",
    lambda r, f, t: (r - t).square().mean() + f.square().mean(),
    lambda r, f, t: (r.sigmoid() - t).square().mean() + f.sigmoid().square().mean(),
)
key.wrong(
    "one_side_detached",
    "No gradient flows to one of the batches, though it does to the other.",
    "The loss is a function of both: detach() belongs into the training step.",
    lambda r, f, t: right(r.detach(), f, t),
    lambda r, f, t: right(r, f.detach(), t),
)
key.also(
    MEAN_MISSING,
    lambda r, f, t: bce(r, t).sum() + bce(f, 0.0).sum(),
    lambda r, f, t: bce(r, t) + bce(f, 0.0),
)
key.also(DETACHED, lambda r, f, t: right(r, f, t).detach())
key.also(OVERFLOWS)
