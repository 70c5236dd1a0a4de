"""Key of the test for copies with two sets of one size: which of them is the nearest row in?"""

from gan_grading.keys import Key


def far(a, b):
    return (a[:, None] - b[None]).square().sum(-1).sqrt()


def nearest(x, rows):
    return far(x, rows).min(1).values


def compared(a, b):
    """The share of samples for which a is smaller, ties counted half."""
    return ((a < b).double() + 0.5 * (a == b).double()).mean()


def by(of):
    return lambda x, t, f: compared(of(x, t), of(x, f))


right = by(nearest)


def cloud(n, d=2, **more):
    return {"draw": "normal", "shape": [n, d], "dtype": "float64", **more}


def case(on, *given, **sizes):
    return {"on": on, "given": list(given), "sizes": sizes}


def ties(tie):
    def score(x, t, f):
        a, b = nearest(x, t), nearest(x, f)
        return ((a < b).double() + tie * (a == b).double()).mean()

    return score


MANY = {"m": {"hidden": 80, "public": 21}, "n": {"hidden": 50, "public": 12}}
key = Key(
    "values",
    right=right,
    names=["samples", "training", "fresh"],
    several="not_one_number",
    parts=[
        {
            "criterion": "share nearer to the training rows",
            "cases": [
                {
                    "on": "samples 1, 6 and 20, training rows 0 and 10, fresh rows 5 and 22",
                    "given": [
                        {"is": [[1.0], [6.0], [20.0]]},
                        {"is": [[0.0], [10.0]]},
                        {"is": [[5.0], [22.0]]},
                    ],
                },
                case("points in the plane", cloud("m"), cloud("n"), cloud("n"), **MANY),
                case(
                    "samples on one side", cloud("m", shift=0.6), cloud("n"), cloud("n", shift=-0.4), **MANY
                ),
                case("a copier", cloud("m", pick=[0, 1, 2, 3, 4, 5, 6]), {"like": 0}, cloud(7), **MANY),
                case(
                    "narrow samples in 4 dimensions",
                    cloud("m", 4, scale=0.3),
                    cloud("n", 4),
                    cloud("n", 4),
                    **MANY,
                ),
                case("one of each", cloud(1, 3), cloud(1, 3), cloud(1, 3)),
                case(
                    "few samples, many rows", cloud(3), cloud("n"), cloud("n"), n={"hidden": 90, "public": 15}
                ),
            ],
            "tolerance": [1e-4, 1e-4],
        },
        {
            "criterion": "ties",
            "cases": [
                case(
                    "samples in the middle, and one copy of a fresh row",
                    {"is": [[0.0], [0.0], [1.0], [-3.0]]},
                    {"is": [[-1.0], [4.0]]},
                    {"is": [[1.0], [-4.0]]},
                ),
                case(
                    "two sets that share a row",
                    {"is": [[0.0, 1.0], [0.0, 1.0], [2.0, 0.0]]},
                    {"is": [[0.0, 1.0], [2.0, 1.0]]},
                    {"is": [[0.0, 1.0], [5.0, 5.0]]},
                ),
            ],
            "otherwise": "ties",
            "tolerance": [1e-4, 1e-4],
        },
    ],
)
# First: where both sets are as near, other mistakes may give the same share by chance.
key.wrong(
    "ties",
    "Samples that are as far from the one set as from the other are not counted half.",
    "Where two sets share rows, whole counts would push an honest generator away from one half.",
    ties(0.0),
    ties(1.0),
    share=0.5,
)
key.wrong(
    "turned_round",
    "Your share is high for samples near the fresh rows, and 0 for a copier.",
    "A sample counts where its nearest *training* row is the nearer one: a copier should reach 1.",
    lambda x, t, f: 1 - right(x, t, f),
)
key.wrong(
    "other_dimension",
    "You look for the nearest sample of each row, not for the nearest row of each sample.",
    "A table of distances has a line for each sample and a column for each row. Along which of them is the minimum?",
    lambda x, t, f: compared(nearest(t, x), nearest(f, x)),
)
key.wrong(
    "not_the_nearest",
    "You do not compare the distances to the *nearest* row of either set.",
    "A copy is near to one training row, and as far from all others as anything else.",
    by(lambda x, rows: far(x, rows).mean(1)),
    by(lambda x, rows: far(x, rows).max(1).values),
    by(lambda x, rows: far(x, rows).median(1).values),
    by(lambda x, rows: far(x, rows.mean(0, keepdim=True))[:, 0]),
    lambda x, t, f: (far(x, t) < far(x, f)).double().mean() if len(t) == len(f) else right(x, t, f),
)
key.wrong(
    "all_pairs",
    "You compare every sample with every other one.",
    "Here each sample is compared with itself: its own two distances, one to either set.",
    lambda x, t, f: (
        (nearest(x, t)[:, None] < nearest(x, f)[None]).double()
        + 0.5 * (nearest(x, t)[:, None] == nearest(x, f)[None]).double()
    ).mean(),
)
key.wrong(
    "fresh_to_training",
    "You compare the samples with how near fresh rows lie to the training set.",
    "That was the test of assignment 11. Here both distances start from the sample.",
    lambda x, t, f: (nearest(x, t)[:, None] < nearest(f, t)[None]).double().mean(),
    lambda x, t, f: (
        (nearest(x, t)[:, None] < nearest(f, t)[None]).double().mean()
        + 0.5 * (nearest(x, t)[:, None] == nearest(f, t)[None]).double().mean()
    ),
)
key.wrong(
    "no_share",
    "You return distances, their ratio or a count, not a share of the samples.",
    "Count the samples that are nearer to the training set, and divide by the number of all.",
    lambda x, t, f: nearest(x, t).mean() / nearest(x, f).mean(),
    lambda x, t, f: nearest(x, t).mean(),
    lambda x, t, f: nearest(x, f).mean() - nearest(x, t).mean(),
    lambda x, t, f: right(x, t, f) * len(x),
    lambda x, t, f: (nearest(x, t).mean() < nearest(x, f).mean()).double(),
)
key.wrong(
    "exact_copies",
    "You count exact copies alone.",
    "A grain of noise on each copy would hide the copier from you: compare two distances.",
    lambda x, t, f: (nearest(x, t) == 0).double().mean(),
    lambda x, t, f: (nearest(x, t) < 1e-6).double().mean(),
)
key.wrong(
    "not_one_number",
    "You return several numbers.",
    "The share of all samples is one number.",
    lambda x, t, f: nearest(x, t) < nearest(x, f),
    lambda x, t, f: nearest(x, t),
)
