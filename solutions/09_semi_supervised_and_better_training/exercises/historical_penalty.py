"""Key of historical averaging, ‖θ − (1/t) Σ θ[i]‖² (Salimans et al. 2016, section 3.3)."""

import torch

from gan_course.exercises.values import DETACHED
from gan_grading.keys import Key


def right(theta, history):
    return (theta - history.mean(0)).square().sum()


def drawn(t, d, scale=1.0):
    return [
        {"draw": "normal", "shape": [d], "scale": scale},
        {"draw": "normal", "shape": [t, d], "scale": scale, "shift": 0.5},
    ]


key = Key(
    "values",
    right=right,
    names=["theta", "history"],
    parts=[
        {
            "criterion": "distance from the past",
            "cases": [
                {
                    "on": "the two numbers of the text",
                    "given": [{"is": [1.0, 2.0]}, {"is": [[0.0, 0.0], [0.0, 1.0], [3.0, 2.0]]}],
                    "slopes": [0],
                },
                {
                    "on": "several parameters",
                    "given": drawn("t", 5),
                    "sizes": {"t": [3, 6]},
                    "slopes": [0],
                },
                {"on": "one past state", "given": drawn(1, 4), "slopes": [0]},
                {"on": "one parameter", "given": drawn(6, 1), "slopes": [0]},
                {"on": "as many states as parameters", "given": drawn(4, 4), "slopes": [0]},
                {"on": "large parameters", "given": drawn(4, 3, 100.0), "slopes": [0]},
            ],
        },
    ],
)
key.wrong(
    "mean_over_parameters",
    "You average over the parameters where the formula has a sum.",
    "‖v‖² is the sum of the squares of v's numbers.",
    lambda p, h: (p - h.mean(0)).square().mean(),
    lambda p, h: right(p, h) / 2,
)
key.wrong(
    "not_squared",
    "You return a length or a sum of sizes, not the squared length.",
    "‖v‖² is a sum of squares, without a root.",
    lambda p, h: (p - h.mean(0)).norm(),
    lambda p, h: (p - h.mean(0)).abs().sum(),
    lambda p, h: (p - h.mean(0)).abs().mean(),
    lambda p, h: (p - h.mean(0)).sum(),
    lambda p, h: (p - h.mean(0)).sum().square(),
)
key.wrong(
    "every_state",
    "Your penalty compares θ with every past state, not with their average.",
    "First the average of the past, then one distance.",
    lambda p, h: (p - h).square().sum(1).mean(),
    lambda p, h: (p - h).square().sum(),
    lambda p, h: (p - h).square().mean(),
    lambda p, h: (p - h).norm(dim=1).mean(),
)
key.wrong(
    "last_state",
    "Your penalty looks at one past state alone.",
    "The whole history counts, each state the same.",
    lambda p, h: (p - h[-1]).square().sum(),
    lambda p, h: (p - h[0]).square().sum(),
    lambda p, h: (p - h.median(0).values).square().sum(),
)
key.wrong(
    "present_included",
    "θ itself is part of your average.",
    "`history` holds the past: average its rows alone.",
    lambda p, h: (p - torch.cat([h, p[None]]).mean(0)).square().sum(),
    lambda p, h: (p - torch.cat([h, p[None].detach()]).mean(0)).square().sum(),
)
key.wrong(
    "sum_of_history",
    "You subtract the sum of the past, or divide by the wrong number.",
    "(1/t) Σ: a mean over the t rows.",
    lambda p, h: (p - h.sum(0)).square().sum(),
    lambda p, h: (p - h.sum(0) / (len(h) + 1)).square().sum(),
    lambda p, h: (p - h.sum(0) / h.shape[1]).square().sum(),
)
key.wrong(
    "wrong_axis",
    "Your average runs over the parameters of a state, not over the states.",
    "history has shape (t, d): the mean over time leaves d numbers.",
    lambda p, h: (p - h.mean(1)).square().sum(),
    lambda p, h: (p - h.mean()).square().sum(),
)
key.wrong(
    "sign",
    "The sign is turned round: your penalty rewards θ for running away.",
    "It is added to a loss that is minimised.",
    lambda p, h: -right(p, h),
)
key.wrong(
    "one_number_per_parameter",
    "You return one number per parameter.",
    "The penalty is one number.",
    lambda p, h: (p - h.mean(0)).square(),
)
key.also(DETACHED, lambda p, h: right(p.detach(), h))
