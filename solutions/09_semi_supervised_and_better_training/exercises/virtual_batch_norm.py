"""Key of virtual batch normalisation (Salimans et al. 2016, section 3.5)."""

import torch

from gan_course.exercises.values import DETACHED
from gan_grading.keys import Key


def together(x, reference):
    """Each row of x beside the reference batch, (N, M + 1, d)."""
    return torch.cat([reference.expand(len(x), -1, -1), x[:, None]], 1)


def normal(x, mean, variance, eps):
    return (x - mean) / (variance + eps).sqrt()


def right(x, reference, eps):
    both = together(x, reference)
    return normal(x, both.mean(1), both.var(1, correction=0), eps)


def statistics_of(batch):
    """Normalise by the mean and the variance of one batch, the same for all rows."""

    def answer(x, reference, eps):
        chosen = batch(x, reference)
        return normal(x, chosen.mean(0), chosen.var(0, correction=0), eps)

    return answer


def drawn(n, m, d, eps, scale=1.0):
    return [
        {"draw": "normal", "shape": [n, d], "scale": scale},
        {"draw": "normal", "shape": [m, d], "scale": 1.5 * scale, "shift": 0.5},
        eps,
    ]


key = Key(
    "values",
    right=right,
    names=["x", "reference", "eps"],
    returns="tensor",
    parts=[
        {
            "criterion": "each row by the reference and itself",
            "cases": [
                {
                    "on": "the numbers of the text",
                    "given": [{"is": [[3.0], [-3.0]]}, {"is": [[0.0], [0.0], [0.0]]}, 1e-5],
                    "slopes": [0],
                    "rows": 2,
                },
                {
                    "on": "several rows",
                    "given": drawn("N", "M", 3, 1e-5),
                    "sizes": {"N": [3, 5], "M": [6, 8]},
                    "slopes": [0],
                    "rows": 2,
                },
                {"on": "one row", "given": drawn(1, 4, 3, 1e-5), "slopes": [0], "rows": 2},
                {"on": "a large eps", "given": drawn(4, 4, 2, 0.5), "slopes": [0], "rows": 2},
                {"on": "a reference of one row", "given": drawn(3, 1, 2, 0.1), "slopes": [0], "rows": 2},
                {"on": "large features", "given": drawn(3, 5, 2, 1e-5, 30.0), "slopes": [0], "rows": 2},
            ],
        },
    ],
)
key.wrong(
    "reference_alone",
    "The statistics are those of the reference batch alone.",
    "Each row is normalised by the reference batch and by itself: M + 1 rows, of which it is one.",
    statistics_of(lambda x, r: r),
)
key.wrong(
    "ordinary_batch_norm",
    "The statistics are those of the rows that came together: this is ordinary batch norm.",
    "Then a row's result depends on its neighbours, which is what the reference batch is there to prevent.",
    statistics_of(lambda x, r: x),
)
key.wrong(
    "neighbours_included",
    "All rows of x are part of the statistics.",
    "Row i sees the reference batch and row i. What the other rows are must make no difference.",
    statistics_of(lambda x, r: torch.cat([r, x])),
    lambda x, r, e: normal(x, together(x, r).mean((0, 1)), together(x, r).var((0, 1), correction=0), e),
)
key.wrong(
    "unbiased",
    "The variance is divided by one too few.",
    "Batch norm divides by the number of rows. torch's var and std divide by one less unless told otherwise.",
    lambda x, r, e: normal(x, together(x, r).mean(1), together(x, r).var(1), e),
    lambda x, r, e: normal(x, r.mean(0), r.var(0), e),
)
key.wrong(
    "eps_elsewhere",
    "eps does not stand under the root, or is not used.",
    "√(σ² + eps): added to the variance, before the root.",
    lambda x, r, e: (x - together(x, r).mean(1)) / (together(x, r).std(1, correction=0) + e),
    lambda x, r, e: normal(x, together(x, r).mean(1), together(x, r).var(1, correction=0), 0.0),
    lambda x, r, e: normal(x, together(x, r).mean(1), together(x, r).var(1, correction=0), 1e-5),
    lambda x, r, e: normal(x, together(x, r).mean(1), together(x, r).var(1, correction=0), e * e),
)
key.wrong(
    "no_root",
    "You divide by the variance, not by its root.",
    "The result should have a spread near 1: divide by the standard deviation.",
    lambda x, r, e: (x - together(x, r).mean(1)) / (together(x, r).var(1, correction=0) + e),
)
key.wrong(
    "mixed_statistics",
    "Mean and variance come from two different sets of rows.",
    "Both are those of the M + 1 rows.",
    lambda x, r, e: normal(x, r.mean(0), together(x, r).var(1, correction=0), e),
    lambda x, r, e: normal(x, together(x, r).mean(1), r.var(0, correction=0), e),
    lambda x, r, e: normal(x, together(x, r).mean(1), r.var(0), e),
    lambda x, r, e: normal(x, together(x, r).mean(1), (together(x, r) - r.mean(0)).square().mean(1), e),
)
key.wrong(
    "halves",
    "Your mean weighs the row itself as much as the whole reference batch.",
    "The row is one of M + 1 rows: its share of the mean is 1/(M + 1).",
    lambda x, r, e: normal(x, (r.mean(0) + x) / 2, r.var(0, correction=0), e),
    lambda x, r, e: normal(
        x, (r.mean(0) + x) / 2, (r.square().mean(0) + x * x) / 2 - ((r.mean(0) + x) / 2).square(), e
    ),
)
key.wrong(
    "wrong_axis",
    "Your statistics run over the features, not over the rows.",
    "Each feature (column) has its own mean and variance, over rows.",
    lambda x, r, e: normal(x, x.mean(1, keepdim=True), x.var(1, correction=0, keepdim=True), e),
    lambda x, r, e: normal(
        x, together(x, r).mean((1, 2))[:, None], together(x, r).var((1, 2), correction=0)[:, None], e
    ),
    lambda x, r, e: normal(x, r.mean(), r.var(correction=0), e),
)
key.wrong(
    "not_centred",
    "The mean is not subtracted, or nothing is divided.",
    "(x − μ) / √(σ² + eps): both.",
    lambda x, r, e: x / (together(x, r).var(1, correction=0) + e).sqrt(),
    lambda x, r, e: x - together(x, r).mean(1),
)
key.wrong(
    "whole_batch_returned",
    "The normalised reference came back as well.",
    "Only the rows of x are asked for, shape (N, d).",
    lambda x, r, e: normal(
        together(x, r),
        together(x, r).mean(1, keepdim=True),
        together(x, r).var(1, correction=0, keepdim=True),
        e,
    ),
)
key.also(DETACHED, lambda x, r, e: right(x, r, e).detach())
key.wrong(
    "statistics_detached",
    "The values are right and the slopes are not: a row's part in its own mean and variance is held constant.",
    "x is part of the statistics, so the gradient flows through them too. What cuts it?",
    lambda x, r, e: normal(
        x, together(x, r).mean(1).detach(), together(x, r).var(1, correction=0).detach(), e
    ),
    share=0.5,
)
