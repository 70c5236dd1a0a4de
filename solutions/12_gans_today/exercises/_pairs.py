"""What the two relativistic losses share: each is the mean of ζ of a difference of the logits of a pair."""

import torch
import torch.nn.functional as F

from gan_course.exercises.finding import Misconception
from gan_course.exercises.values import DETACHED, MEAN_MISSING
from gan_grading.keys import Key

ALL_PAIRS = Misconception(
    "all_pairs",
    "Every real logit is compared with every fake one, in a table of N by N.",
    "Pair i is the i-th real and the i-th fake sample. (N, 1) against (N,) makes a table without being asked to.",
)
MEANS_FIRST = Misconception(
    "means_first",
    "You compare the averages of the logits, not the logits of each pair.",
    "Each pair has a difference of its own. Where does the mean stand in the formula: inside ζ or outside?",
)
AVERAGE_FAKE = Misconception(
    "against_average",
    "You compare each logit with the average of the other kind.",
    "That is another loss (RaGAN). Here real sample i meets fake sample i.",
)
NO_CURVE = Misconception(
    "curve_missing",
    "ζ is missing: your loss is a plain difference of averages, or another curve of it.",
    "A pair that is in the right order by a wide margin should hardly count any more. Which function sees to that?",
)
PROBABILITIES = Misconception(
    "probabilities_compared",
    "You apply σ to each logit by itself, before or in place of taking the difference.",
    "The difference is taken between logits, and ζ comes after it. σ has no place before.",
)
SCALED = Misconception(
    "scaled_loss",
    "Your loss is a fixed multiple of what the formula gives, or has a constant added to it.",
    "One mean over N pairs, and nothing else in front.",
)
NOT_PAIRED = Misconception(
    "not_paired",
    "Real and fake logits are judged one by one, as in assignments 03 and 04: nothing compares them.",
    "Add 5 to all logits, real and fake: a relativistic loss does not notice. Does yours?",
)
OTHER_PAIRS = Misconception(
    "other_pairs",
    "Your loss pairs other samples than the i-th with the i-th.",
    "Both batches stay in the order in which they come.",
)
OVERFLOWS = Misconception(
    "not_over_the_range",
    "For very large logits your loss or its slope is NaN, infinite or cut short.",
    "e⁴⁰⁰ is infinite in float32, and σ(−400) is 0. Which function of torch is log(1 + eᵗ) for any t?",
    share=0.5,
)
COLUMN = Misconception(
    "one_shape_only",
    "The loss is right for logits of shape (N,) but not for (N, 1), or the other way round.",
    "The text allows both shapes; .reshape(-1) makes one of them.",
    share=0.5,
)


def logits(**more):
    return {"draw": "normal", "shape": ["N"], "scale": 2.5, "bound": 6.0, **more}


def case(on, column=False, **sizes):
    more = {"column": True} if column else {}
    return {"on": on, "given": [logits(**more), logits(**more)], "sizes": sizes, "slopes": [0, 1]}


def zeta_of(difference):
    return lambda real, fake: F.softplus(difference(real, fake)).mean()


def loss_key(difference):
    """Return the key of the mean of ζ(difference), with what such a loss can get wrong.

    Args:
        difference: what has to become small in a pair, from the logits of its real and its fake sample.
    """
    right = zeta_of(difference)
    key = Key(
        "values",
        right=right,
        names=["real_logits", "fake_logits"],
        several=MEAN_MISSING.id,
        parts=[
            {
                "criterion": "value and slopes",
                "cases": [
                    {
                        "on": "real (2, −1, 0.5), fake (1, 0.5, −3)",
                        "given": [{"is": [2.0, -1.0, 0.5]}, {"is": [1.0, 0.5, -3.0]}],
                        "slopes": [0, 1],
                    },
                    case("a few pairs", N=[4, 6]),
                    case("one pair", N=1),
                    case("many pairs", N={"hidden": 300, "public": 9}),
                ],
            },
            {
                "criterion": "both shapes",
                "cases": [case("pairs of shape (N, 1)", column=True, N=[4, 6])],
                "otherwise": COLUMN.id,
                "named": False,
                "goes_on": True,
            },
            {
                "criterion": "logits of any size",
                "cases": [
                    {
                        "on": "logits of ±200",
                        "given": [{"is": [200.0, -200.0, 0.5]}, {"is": [-200.0, 200.0, -0.5]}],
                        "slopes": [0, 1],
                    },
                    {
                        "on": "logits of ±12",
                        "given": [{"is": [12.0, -12.0]}, {"is": [-12.0, 12.0]}],
                        "slopes": [0, 1],
                    },
                ],
                "otherwise": OVERFLOWS.id,
                "named": False,
                "goes_on": True,
            },
        ],
    )
    table = (lambda r, f: difference(r.reshape(-1, 1), f.reshape(1, -1)),)
    key.also(ALL_PAIRS, *(zeta_of(t) for t in table))
    key.also(
        MEANS_FIRST,
        zeta_of(lambda r, f: difference(r.mean(), f.mean())),
        zeta_of(lambda r, f: difference(r, f).mean()),
    )
    key.also(
        AVERAGE_FAKE,
        zeta_of(lambda r, f: difference(r, f.mean())),
        zeta_of(lambda r, f: difference(r.mean(), f)),
        lambda r, f: zeta_of(difference)(r, f.mean()) + zeta_of(difference)(r.mean(), f),
        lambda r, f: (zeta_of(difference)(r, f.mean()) + zeta_of(difference)(r.mean(), f)) / 2,
    )
    key.also(
        NO_CURVE,
        lambda r, f: difference(r, f).mean(),
        lambda r, f: difference(r, f).sigmoid().mean(),
        lambda r, f: F.relu(difference(r, f)).mean(),
        lambda r, f: F.relu(1 + difference(r, f)).mean(),
        lambda r, f: (difference(r, f) + 1).square().mean(),
        lambda r, f: difference(r, f).square().mean(),
        lambda r, f: difference(r, f).exp().mean(),
        lambda r, f: -difference(r, f).neg().sigmoid().mean(),
        lambda r, f: difference(r, f).tanh().mean(),
    )
    key.also(
        PROBABILITIES,
        zeta_of(lambda r, f: difference(r.sigmoid(), f.sigmoid())),
        lambda r, f: difference(r.sigmoid(), f.sigmoid()).mean(),
        lambda r, f: -torch.log(difference(f, r).sigmoid().sigmoid()).mean(),
        lambda r, f: F.binary_cross_entropy_with_logits((-difference(r, f)).sigmoid(), torch.ones_like(r)),
    )
    key.also(
        SCALED,
        lambda r, f: right(r, f) / 2,
        lambda r, f: right(r, f) * 2,
        lambda r, f: right(r, f) / torch.log(torch.tensor(2.0)),
        lambda r, f: right(r, f) - torch.log(torch.tensor(2.0)),
        lambda r, f: right(r, f) / len(r),
    )
    key.also(
        NOT_PAIRED,
        lambda r, f: F.softplus(-r).mean() + F.softplus(f).mean(),
        lambda r, f: F.softplus(-f).mean(),
        lambda r, f: F.softplus(r).mean() + F.softplus(-f).mean(),
        lambda r, f: (F.softplus(-r).mean() + F.softplus(f).mean()) / 2,
        lambda r, f: -F.softplus(f).mean(),
        lambda r, f: F.softplus(-r).mean(),
        lambda r, f: F.softplus(f).mean(),
        lambda r, f: (F.softplus(-r) - F.softplus(f)).mean(),
        lambda r, f: (F.softplus(-r) - F.softplus(-f)).mean(),
        lambda r, f: (F.softplus(-f) - F.softplus(-r)).mean(),
        zeta_of(lambda r, f: r + f),
        zeta_of(lambda r, f: -r - f),
    )
    key.also(
        OTHER_PAIRS,
        zeta_of(lambda r, f: difference(r, f.flip(0))),
        zeta_of(lambda r, f: difference(r.sort(0).values, f.sort(0).values)),
        zeta_of(lambda r, f: difference(r, f.roll(1, 0))),
    )
    key.also(
        MEAN_MISSING,
        lambda r, f: F.softplus(difference(r, f)).sum(),
        lambda r, f: F.softplus(difference(r, f)),
    )
    key.also(
        DETACHED,
        lambda r, f: right(r, f).detach(),
        lambda r, f: right(r.detach(), f),
        lambda r, f: right(r, f.detach()),
    )
    key.also(OVERFLOWS)
    key.also(COLUMN)
    return key
