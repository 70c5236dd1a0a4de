"""Key of the flow matching loss (Lipman et al. 2022, https://arxiv.org/abs/2210.02747; Liu et al. 2022, https://arxiv.org/abs/2209.03003)."""

import torch

from gan_course.exercises.values import MEAN_MISSING
from gan_grading.keys import Key


def asked(v, point, t):
    return v(torch.cat([point, t], dim=1))


def between(x, z, t):
    return (1 - t) * z + t * x


def loss(point=between, target=lambda x, z, t: x - z, price=lambda gap: gap.square().sum(1).mean()):
    """The loss with another point, another target or another price of their gap."""
    return lambda v, x, z, t: price(asked(v, point(x, z, t), t) - target(x, z, t))


def case(on, **sizes):
    rows = {"draw": "normal", "shape": ["N", "d"]}
    return {
        "on": on,
        "given": [
            {"network": "velocity", "in": ["d", 1], "out": "d"},
            {**rows, "shift": 0.5},
            rows,
            {"draw": "uniform", "shape": ["N", 1], "low": 0.0, "high": 1.0},
        ],
        "sizes": sizes,
    }


key = Key(
    "of_networks",
    right=loss(),
    learns=0,
    parts=[
        {
            "criterion": "loss of a batch",
            "cases": [
                {
                    "on": "velocity(p, t) = (p1, p2 + t), x = (4, 2), z = (0, −2), t = 0.25",
                    "given": [
                        {"network": "velocity", "weights": [[1.0, 0.0, 0.0], [0.0, 1.0, 1.0]]},
                        {"is": [[4.0, 2.0]]},
                        {"is": [[0.0, -2.0]]},
                        {"is": [[0.25]]},
                    ],
                },
                case("one pair of 3 numbers", N=1, d=3),
                case("as many pairs as numbers", N=3, d=3),
                case("several pairs of one number", N=[4, 6], d=1),
                case("several points in the plane", N={"hidden": 40, "public": 6}, d=2),
            ],
        },
        {
            "criterion": "both ends of time",
            "cases": [
                {
                    "on": "t = 0 and t = 1",
                    "given": [
                        {"network": "velocity", "in": 3, "out": 2},
                        {"draw": "normal", "shape": [2, 2]},
                        {"draw": "normal", "shape": [2, 2]},
                        {"is": [[0.0], [1.0]]},
                    ],
                }
            ],
            "goes_on": True,
        },
    ],
)
key.wrong(
    "time_turned",
    "Your point is at the data at t = 0 and at the noise at t = 1.",
    "The journey begins in the noise. Put t = 0 into your formula: which of x and z is left?",
    loss(lambda x, z, t: (1 - t) * x + t * z),
    loss(lambda x, z, t: (1 - t) * x + t * z, lambda x, z, t: z - x),
)
key.wrong(
    "target_turned",
    "Your target points from the data to the noise.",
    "The velocity is the derivative in t of (1 − t)·z + t·x.",
    loss(target=lambda x, z, t: z - x),
)
key.wrong(
    "target_not_velocity",
    "The network is compared with a place, or with a way that is not the one from z to x.",
    "A velocity is asked for: how far the point moves while t goes from 0 to 1. Differentiate the point in t.",
    loss(target=lambda x, z, t: x),
    loss(target=lambda x, z, t: z),
    loss(target=lambda x, z, t: x - between(x, z, t)),
    loss(target=lambda x, z, t: between(x, z, t) - z),
    loss(target=between),
    loss(target=lambda x, z, t: t * (x - z)),
    loss(target=lambda x, z, t: x + z),
    loss(target=lambda x, z, t: (x - z) / t.clamp_min(1e-3)),
)
key.wrong(
    "not_between",
    "The network is asked at another point than the one on the way from z to x.",
    "The point at time t is (1 − t)·z + t·x.",
    loss(lambda x, z, t: x),
    loss(lambda x, z, t: z),
    loss(lambda x, z, t: x + t * z),
    loss(lambda x, z, t: z + t * x),
    loss(lambda x, z, t: (1 - t).sqrt() * z + t.sqrt() * x),
    loss(lambda x, z, t: (1 - t * t).sqrt() * z + t * x),
    loss(lambda x, z, t: (x + z) / 2),
    loss(lambda x, z, t: x - z),
)
key.wrong(
    "one_time_for_all",
    "All pairs of a batch are taken at the same time.",
    "t has one number for each pair.",
    lambda v, x, z, t: loss()(v, x, z, t[:1].expand_as(t)),
    lambda v, x, z, t: loss()(v, x, z, t.mean().expand_as(t)),
)
key.wrong(
    "network_without_time",
    "The network does not get the time of each point, or gets it in the wrong column.",
    "Rows of d + 1 numbers: the point first, then t. torch.cat(…, dim=1) sets them side by side.",
    lambda v, x, z, t: (v(torch.cat([t, between(x, z, t)], 1)) - (x - z)).square().sum(1).mean(),
    lambda v, x, z, t: (asked(v, between(x, z, t), 0 * t) - (x - z)).square().sum(1).mean(),
    lambda v, x, z, t: (asked(v, between(x, z, t), 1 - t) - (x - z)).square().sum(1).mean(),
)
key.wrong(
    "mean_over_coordinates",
    "You average over the numbers of a point as well.",
    "‖·‖² adds the squares of all numbers of a point; the mean is taken over the pairs alone. What does F.mse_loss divide by?",
    loss(price=lambda gap: gap.square().mean()),
    share=0.5,
)
key.wrong(
    "other_price",
    "The gap is not measured by the square of its length.",
    "‖v‖² is the sum of the squares of v's numbers, with no root and no factor.",
    loss(price=lambda gap: gap.norm(dim=1).mean()),
    loss(price=lambda gap: gap.abs().sum(1).mean()),
    loss(price=lambda gap: gap.abs().mean()),
    loss(price=lambda gap: gap.norm()),
    loss(price=lambda gap: 0.5 * gap.square().sum(1).mean()),
    loss(price=lambda gap: 0.5 * gap.square().mean()),
    loss(price=lambda gap: gap.sum(1).square().mean()),
    loss(price=lambda gap: gap.mean(0).square().sum()),
    loss(price=lambda gap: -gap.square().sum(1).mean()),
)
key.also(
    MEAN_MISSING,
    loss(price=lambda gap: gap.square().sum()),
    loss(price=lambda gap: gap.square().sum(1)),
)
