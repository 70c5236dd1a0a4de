"""Key of feature matching, ‖E f(x) − E f(G(z))‖² (Salimans et al. 2016, section 3.1)."""

import torch

from gan_course.exercises.values import DETACHED
from gan_grading.keys import Key


def features(rows, width):
    return {"draw": "normal", "shape": [rows, width], "scale": 1.5, "shift": 0.4}


def gap(real, fake):
    return real.mean(0) - fake.mean(0)


def right(real, fake):
    return gap(real, fake).square().sum()


key = Key(
    "values",
    right=right,
    names=["real_features", "fake_features"],
    parts=[
        {
            "criterion": "distance of the two means",
            "cases": [
                {
                    "on": "the features of the text",
                    "given": [{"is": [[1.0, 0.0], [3.0, 2.0]]}, {"is": [[0.0, 2.0], [0.0, 0.0]]}],
                    "slopes": [1],
                },
                {
                    "on": "several pictures",
                    "given": [features("N", 6), features("N", 6)],
                    "sizes": {"N": [3, 5]},
                    "slopes": [1],
                },
                {"on": "one picture of each kind", "given": [features(1, 4), features(1, 4)], "slopes": [1]},
                {"on": "a single feature", "given": [features(4, 1), features(4, 1)], "slopes": [1]},
                {
                    "on": "large features",
                    "given": [features(4, 5) | {"times": 100.0}, features(4, 5)],
                    "slopes": [1],
                },
            ],
        },
        {
            "criterion": "batches of two sizes",
            "cases": [
                {
                    "on": "2 real and 3 fake pictures",
                    "given": [features(2, 4), features(3, 4)],
                    "slopes": [1],
                },
                {
                    "on": "7 real and 4 fake pictures",
                    "given": [features(7, 3), features(4, 3)],
                    "slopes": [1],
                },
            ],
            "otherwise": "pair_by_pair",
        },
    ],
)
key.wrong(
    "mean_over_features",
    "You average over the features where the formula has a sum.",
    "‖v‖² is the sum of the squares of v's numbers; only the pictures are averaged.",
    lambda r, f: gap(r, f).square().mean(),
    lambda r, f: gap(r, f).square().sum() / 2,
)
key.wrong(
    "not_squared",
    "You return the length of the difference, not its square.",
    "‖v‖² has no root.",
    lambda r, f: gap(r, f).norm(),
    lambda r, f: gap(r, f).square().mean().sqrt(),
)
key.wrong(
    "absolute_values",
    "You add absolute values, not squares.",
    "‖v‖² is a sum of squares.",
    lambda r, f: gap(r, f).abs().sum(),
    lambda r, f: gap(r, f).abs().mean(),
    lambda r, f: gap(r, f).sum(),
    lambda r, f: gap(r, f).sum().square(),
)
key.wrong(
    "pair_by_pair",
    "Your loss compares picture with picture: each fake with one real picture.",
    "Only the two means meet. First average each batch over its pictures, then subtract.",
    lambda r, f: (r - f).square().sum(1).mean(),
    lambda r, f: (r - f).square().mean(),
    lambda r, f: (r - f).square().sum(),
    lambda r, f: (r - f).norm(dim=1).mean(),
    lambda r, f: torch.cdist(r, f).square().mean(),
    lambda r, f: torch.cdist(r, f).mean(),
    lambda r, f: (f - r.mean(0)).square().sum(1).mean(),
    lambda r, f: (f - r.mean(0)).square().mean(),
)
key.wrong(
    "wrong_axis",
    "Your means run over the features of a picture, not over the pictures.",
    "Features have shape (N, A): the mean over the batch leaves A numbers.",
    lambda r, f: (r.mean(1) - f.mean(1)).square().sum(),
    lambda r, f: (r.mean() - f.mean()).square(),
    lambda r, f: r.shape[1] * (r.mean() - f.mean()).square(),
)
key.wrong(
    "sums_for_means",
    "You add up the features of a batch where the formula has its mean.",
    "An expectation becomes a mean: a batch of twice the size must not count twice.",
    lambda r, f: (r.sum(0) - f.sum(0)).square().sum(),
    lambda r, f: (r.sum(0) - f.sum(0)).square().mean(),
)
key.wrong(
    "square_before_mean",
    "You square the features before you average them.",
    "What is matched is the mean of f, not of f².",
    lambda r, f: (r.square().mean(0) - f.square().mean(0)).sum(),
    lambda r, f: (r.square().mean(0) - f.square().mean(0)).square().sum(),
    lambda r, f: r.mean(0).square().sum() - f.mean(0).square().sum(),
    lambda r, f: f.mean(0).square().sum() - r.mean(0).square().sum(),
)
key.wrong(
    "sign",
    "The sign is turned round: minimising your loss drives the means apart.",
    "A square is never negative.",
    lambda r, f: -right(r, f),
    lambda r, f: -gap(r, f).square().mean(),
)
key.wrong(
    "more_than_means",
    "Your loss matches more than the means.",
    "Spreads, kernels and cosines are ideas of their own; section 3.1 of the paper matches the mean.",
    lambda r, f: right(r, f) + (r.var(0, correction=0) - f.var(0, correction=0)).square().sum(),
    lambda r, f: right(r, f) + (r.std(0, correction=0) - f.std(0, correction=0)).square().sum(),
    lambda r, f: 1 - torch.cosine_similarity(r.mean(0), f.mean(0), dim=0),
)
key.wrong(
    "one_number_per_feature",
    "You return one number per feature.",
    "The loss is one number: the squared length of the difference.",
    lambda r, f: gap(r, f).square(),
    lambda r, f: gap(r, f),
)
key.also(DETACHED, lambda r, f: right(r, f.detach()))
