"""Key of coverage with unequal modes: the share of modes that get a third of what is due to them."""

import torch

from gan_grading.keys import Key

MODES = {"is": [[0.0, 0.0], [4.0, 0.0], [0.0, 5.0], [-6.0, -1.0]]}
WEIGHTS = {"is": [0.4, 0.3, 0.2, 0.1]}


def far(samples, modes):
    return (samples[:, None] - modes[None]).square().sum(-1).sqrt()


def counts(samples, modes, std, radius=3.0):
    return (far(samples, modes) <= radius * std).sum(0)


def share(reached):
    return reached.double().mean()


def by(due, radius=3.0):
    """Count modes with at least so many samples."""
    return lambda x, m, w, s: share(counts(x, m, s, radius) >= due(len(x), w) - 1e-6)


right = by(lambda n, w: n * w / 3)


def spread(at, n, scale=0.3):
    """So many samples around one mode."""
    return {"draw": "normal", "shape": [n, 2], "scale": scale, "bound": 0.6, "shift": at}


def placed(*groups):
    """Samples in groups, each given as its number and the rows that it repeats."""
    return {"is": [row for number, row in groups for _ in range(number)]}


def case(on, samples, weights=WEIGHTS, std=0.5):
    return {"on": on, "given": [samples, MODES, weights, std]}


A, B, C, D = [0.2, 0.1], [4.1, -0.3], [0.3, 4.8], [-6.2, -0.9]
BETWEEN, FAR = [2.0, 2.0], [9.0, 9.0]
key = Key(
    "values",
    right=right,
    names=["samples", "modes", "weights", "std"],
    several="not_one_share",
    parts=[
        {
            "criterion": "share of modes reached",
            "cases": [
                {
                    "on": "60 samples: 40 at the first of two modes, 5 at the second, 15 between them",
                    "given": [
                        placed((40, [0.0, 0.13]), (5, [4.0, 0.13]), (15, BETWEEN)),
                        {"is": [[0.0, 0.0], [4.0, 0.0]]},
                        {"is": [0.8, 0.2]},
                        0.1,
                    ],
                },
                case("all four modes in their shares", placed((40, A), (30, B), (20, C), (10, D))),
                case("the third mode starved", placed((50, A), (34, B), (6, C), (10, D))),
                case("the lightest mode just fed", placed((46, A), (30, B), (20, C), (4, D))),
                case("the heaviest mode starved", placed((12, A), (40, B), (30, C), (18, D))),
                case("half of the samples far away", placed((20, A), (15, B), (10, C), (5, D), (50, FAR))),
                case("most samples far away", placed((8, A), (6, B), (14, C), (2, D), (70, FAR))),
                case("everything at one mode", placed((30, A))),
                case(
                    "samples two and a half standard deviations away",
                    placed((40, [1.25, 0.0]), (30, [4.0, 1.25]), (20, [0.0, 6.25]), (10, [-6.0, -2.25])),
                ),
                case(
                    "samples four standard deviations away",
                    placed((40, [0.0, -2.0]), (30, B), (20, C), (10, D)),
                ),
                case("one sample", placed((1, B))),
            ],
        }
    ],
)
key.wrong(
    "equal_shares",
    "Every mode is asked for the same number of samples, whatever its weight.",
    "What is due to a mode is its weight times the number of samples.",
    by(lambda n, w: torch.full_like(w, n / (3 * len(w)))),
    by(lambda n, w: torch.full_like(w, n / len(w))),
)
key.wrong(
    "one_is_enough",
    "A mode counts with a fixed number of samples, however many there are.",
    "One stray sample of 2,000 is no mode found. How many are due, and what is a third of that?",
    by(lambda n, w: torch.ones_like(w)),
    by(lambda n, w: torch.full_like(w, 20.0)),
)
key.wrong(
    "no_third",
    "A mode is asked for all that is due to it, or for another part of it than a third.",
    "A generator that gives a mode 90% of its due has not lost it. Where does 1/3 come in?",
    by(lambda n, w: n * w),
    lambda x, m, w, s: share(counts(x, m, s) >= len(x) * w),
    lambda x, m, w, s: share(counts(x, m, s) >= len(x) * w / 2),
    by(lambda n, w: n * w / 2),
    by(lambda n, w: 3 * n * w),
    by(lambda n, w: n * w / 9),
)
key.wrong(
    "of_good_samples",
    "What is due is counted from the samples near some mode, not from all of them.",
    "Samples that are wasted between the modes are due to the modes, too: n is all that were drawn.",
    lambda x, m, w, s: share(counts(x, m, s) >= counts(x, m, s).sum() * w / 3 - 1e-6),
)
key.wrong(
    "everything_counts",
    "Samples count for their nearest mode however far away they are.",
    "Only what lies within three standard deviations of a mode belongs to it.",
    lambda x, m, w, s: share(torch.bincount(far(x, m).argmin(1), minlength=len(m)) >= len(x) * w / 3 - 1e-6),
)
key.wrong(
    "other_radius",
    "Samples count within another distance than three standard deviations.",
    "The radius is 3 times std; the distance is the root of the sum of squares.",
    by(lambda n, w: n * w / 3, radius=1.0),
    by(lambda n, w: n * w / 3, radius=2.0),
    by(lambda n, w: n * w / 3, radius=6.0),
    lambda x, m, w, s: share((far(x, m).square() <= 3 * s).sum(0) >= len(x) * w / 3 - 1e-6),
    lambda x, m, w, s: share((far(x, m) <= 3).sum(0) >= len(x) * w / 3 - 1e-6),
)
key.wrong(
    "not_one_share",
    "You return a number for each mode, not one share.",
    "Of all modes, which share is reached? That is one number.",
    lambda x, m, w, s: counts(x, m, s) >= len(x) * w / 3 - 1e-6,
    lambda x, m, w, s: counts(x, m, s) / len(x),
)
key.wrong(
    "number_of_modes",
    "You return how many modes are reached, or missed, not which share of them.",
    "Variants have different numbers of modes: divide by how many there are.",
    lambda x, m, w, s: right(x, m, w, s) * len(m),
    lambda x, m, w, s: (1 - right(x, m, w, s)) * len(m),
    lambda x, m, w, s: 1 - right(x, m, w, s),
)
key.wrong(
    "weight_reached",
    "You add up the weights of the modes reached.",
    "The lightest mode counts as much as the heaviest one here: a share of the *number* of modes.",
    lambda x, m, w, s: (w * (counts(x, m, s) >= len(x) * w / 3 - 1e-6)).sum(),
)
key.wrong(
    "share_of_samples",
    "You return the share of samples that lie near a mode: that is quality.",
    "Coverage asks of each mode whether it gets its part. Count along the other dimension.",
    lambda x, m, w, s: (far(x, m) <= 3 * s).any(1).double().mean(),
)
