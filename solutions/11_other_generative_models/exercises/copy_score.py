"""Key of the test for copies of the training data (Meehan, Chaudhuri & Dasgupta 2020, https://arxiv.org/abs/2004.05675)."""

import torch

from gan_grading.keys import Key


def far(a, b):
    return (a[:, None] - b[None]).square().sum(-1).sqrt()


def compared(g, h):
    """The share of pairs in which g is smaller, ties counted half."""
    return ((g[:, None] < h[None]).double() + 0.5 * (g[:, None] == h[None]).double()).mean()


def nearest(x, training):
    return far(x, training).min(1).values


def by(of):
    """Compare two other numbers for each picture."""
    return lambda g, t, h: compared(of(g, t), of(h, t))


right = by(nearest)


def cloud(size, d=2, **more):
    return {"draw": "normal", "shape": [size, d], "dtype": "float64", **more}


def binary(size, d):
    return {"draw": "labels", "shape": [size, d], "share": 0.4}


def case(on, *given, **sizes):
    return {"on": on, "given": list(given), "sizes": sizes}


def ties(win, tie):
    def score(g, t, h):
        a, b = nearest(g, t)[:, None], nearest(h, t)[None]
        return (win * (a < b).double() + tie * (a == b).double()).mean()

    return score


MANY = {"g": {"hidden": 40, "public": 9}, "t": {"hidden": 60, "public": 12}, "h": {"hidden": 50, "public": 7}}
key = Key(
    "values",
    right=right,
    names=["generated", "training", "held_out"],
    several="not_one_number",
    parts=[
        {
            "criterion": "share of pairs in which the sample is nearer",
            "cases": [
                {
                    "on": "generated 1 and 6, training 0 and 10, held out 2, 5 and 11.5",
                    "given": [
                        {"is": [[1.0], [6.0]]},
                        {"is": [[0.0], [10.0]]},
                        {"is": [[2.0], [5.0], [11.5]]},
                    ],
                },
                case("points in the plane", cloud("g", scale=0.7), cloud("t"), cloud("h"), **MANY),
                case("as many of each", cloud(8, 3), cloud(8, 3), cloud(8, 3)),
                case(
                    "4 features, wide samples", cloud("g", 4, scale=2.0), cloud("t", 4), cloud("h", 4), **MANY
                ),
                case(
                    "4 features, narrow samples",
                    cloud("g", 4, scale=0.3),
                    cloud("t", 4),
                    cloud("h", 4),
                    **MANY,
                ),
                case("one of each", cloud(1, 3), cloud(1, 3), cloud(1, 3)),
                case(
                    "many held out, few generated",
                    cloud(3),
                    cloud("t"),
                    cloud("h"),
                    t=[5, 7],
                    h={"hidden": 80, "public": 15},
                ),
            ],
            "tolerance": [1e-4, 1e-4],
        },
        {
            "criterion": "ties",
            "cases": [
                case(
                    "black and white pictures of 6 pixels",
                    binary("g", 6),
                    binary("t", 6),
                    binary("h", 6),
                    **MANY,
                ),
                case(
                    "samples and held-out pictures that are all copies",
                    {"is": [[1.0, 0.0]]},
                    {"is": [[1.0, 0.0], [0.0, 1.0]]},
                    {"is": [[0.0, 1.0]]},
                ),
            ],
            "otherwise": "ties",
            "tolerance": [1e-4, 1e-4],
        },
    ],
)
key.wrong(
    "turned_round",
    "Your score is low for copies and high for poor samples.",
    "A pair counts where the *generated* picture is the nearer one: a generator of copies should reach 1.",
    lambda g, t, h: 1 - right(g, t, h),
)
key.wrong(
    "other_dimension",
    "You look for the nearest sample of each training picture, not for the nearest training picture of each sample.",
    "A table of distances has a row for each sample and a column for each training picture: along which dimension does the minimum run?",
    lambda g, t, h: compared(nearest(t, g), nearest(t, h)),
    lambda g, t, h: compared(nearest(t, h), nearest(t, g)),
)
key.wrong(
    "wrong_set",
    "The distances run to the wrong set.",
    "Both kinds of picture are measured against the *training* set. What is the held-out one for?",
    lambda g, t, h: compared(nearest(g, t), nearest(g, h)),
    lambda g, t, h: compared(nearest(g, h), nearest(g, t)),
    lambda g, t, h: (nearest(g, t) < nearest(g, h)).double().mean(),
    lambda g, t, h: right(h, t, g),
    lambda g, t, h: compared(nearest(g, h), nearest(t, h)),
    lambda g, t, h: compared(nearest(t, g), nearest(h, g)),
    lambda g, t, h: compared(nearest(g, t), nearest(h, g)),
    lambda g, t, h: compared(nearest(g, h), nearest(h, t)),
)
key.wrong(
    "not_the_nearest",
    "You do not compare the distances to the *nearest* training picture.",
    "A copy is near to one training picture, and as far from all others as anything else.",
    by(lambda x, t: far(x, t).mean(1)),
    by(lambda x, t: far(x, t).max(1).values),
    by(lambda x, t: far(x, t).median(1).values),
    by(lambda x, t: far(x, t.mean(0, keepdim=True))[:, 0]),
    by(lambda x, t: far(x, t).flatten()),
)
key.wrong(
    "not_all_pairs",
    "You do not compare every sample with every held-out picture.",
    "The chance is over all pairs: a table of (generated, held out). What do [:, None] and [None] do?",
    lambda g, t, h: (nearest(g, t) < nearest(h, t).mean()).double().mean(),
    lambda g, t, h: (nearest(g, t) < nearest(h, t).median()).double().mean(),
    lambda g, t, h: (nearest(g, t) < nearest(h, t).min()).double().mean(),
    lambda g, t, h: (nearest(g, t) < nearest(h, t).max()).double().mean(),
    lambda g, t, h: (nearest(g, t).mean() < nearest(h, t)).double().mean(),
    lambda g, t, h: (nearest(g, t).mean() < nearest(h, t).mean()).double(),
    lambda g, t, h: (
        (nearest(g, t).sort().values[: len(h)] < nearest(h, t).sort().values[: len(g)]).double().mean()
        if len(g) == len(h)
        else right(g, t, h)
    ),
    lambda g, t, h: (nearest(g, t) < nearest(h, t)).double().mean(),
    lambda g, t, h: (nearest(g, t) < nearest(h, t).quantile(0.01)).double().mean(),
    lambda g, t, h: (nearest(g, t) < nearest(h, t).quantile(0.05)).double().mean(),
)
key.wrong(
    "no_share",
    "You return distances, their ratio or a count, not a share of pairs.",
    "Count the pairs in which the sample is nearer, and divide by the number of all pairs.",
    lambda g, t, h: nearest(g, t).mean() / nearest(h, t).mean(),
    lambda g, t, h: nearest(h, t).mean() / nearest(g, t).mean(),
    lambda g, t, h: nearest(h, t).mean() - nearest(g, t).mean(),
    lambda g, t, h: nearest(g, t).mean() - nearest(h, t).mean(),
    lambda g, t, h: nearest(g, t).mean(),
    lambda g, t, h: right(g, t, h) * len(g) * len(h),
    lambda g, t, h: right(g, t, h) * len(h),
    lambda g, t, h: right(g, t, h) * len(g),
    lambda g, t, h: (nearest(g, t) == 0).double().mean(),
    lambda g, t, h: 2 * right(g, t, h) - 1,
)
key.wrong(
    "other_distance",
    "The distances are not Euclidean.",
    "Take ‖x − y‖, the root of the sum of squares.",
    by(lambda x, t: torch.cdist(x, t, p=1).min(1).values),
    by(lambda x, t: torch.cdist(x, t, p=torch.inf).min(1).values),
)
key.wrong(
    "not_one_number",
    "You return several numbers.",
    "The share over all pairs is one number.",
    lambda g, t, h: (nearest(g, t)[:, None] < nearest(h, t)[None]).double().mean(1),
    lambda g, t, h: (nearest(g, t)[:, None] < nearest(h, t)[None]).double().mean(0),
    lambda g, t, h: nearest(g, t),
)
key.wrong(
    "ties",
    "Pairs at the same distance are not counted half.",
    "Black and white pictures are often exactly as far from the training set as one another. Counted as 0, or as 1, "
    "such ties move the score of fresh samples away from one half.",
    ties(1.0, 0.0),
    ties(1.0, 1.0),
    ties(0.0, 0.5),
    share=0.5,
)
