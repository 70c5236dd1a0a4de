"""Key of fitting naive Bayes: priors, means and variances of labelled rows."""

from collections.abc import Callable
from functools import partial

import torch
import torch.nn.functional as F
from torch import Tensor

from gan_grading.keys.parts import PartsKey

PLAIN = "The exercise asks for the plain formulas; a floor comes later, outside of this function."


def by_class(of: Callable[[Tensor], Tensor], x: Tensor, y: Tensor, k: int) -> Tensor:
    return torch.stack([of(x[y == c]) for c in range(k)])


def each(of: Callable[[Tensor], Tensor]) -> Callable[..., Tensor]:
    """A function of the rows of each class."""
    return partial(by_class, of)


def priors(x: Tensor, y: Tensor, k: int) -> Tensor:
    return F.one_hot(y, k).float().mean(0)


def sizes(y: Tensor, k: int) -> Tensor:
    return torch.bincount(y, minlength=k)


means = each(lambda own: own.mean(0))
variances = each(lambda own: own.var(0, correction=0))


def pooled(x: Tensor, y: Tensor, k: int, correction: int = 0) -> Tensor:
    squares = (x - means(x, y, k)[y]) ** 2
    return (squares.sum(0) / (len(x) - correction)).expand(k, -1)


def right(x: Tensor, y: Tensor, k: int) -> tuple[Tensor, ...]:
    return priors(x, y, k), means(x, y, k), variances(x, y, k)


def floored(amount: float) -> Callable[..., Tensor]:
    return lambda x, y, k: variances(x, y, k) + amount


def at_least(amount: float) -> Callable[..., Tensor]:
    return lambda x, y, k: variances(x, y, k).clamp_min(amount)


key = PartsKey(
    parts=["priors", "means", "variances"],
    right=right,
    world="labelled_rows",
    further=[
        {
            "criterion": "numbers around 0.001",
            "world": "small_rows",
            "otherwise": "smoothed",
            "absolute": 1e-8,
        }
    ],
)
key.part(
    "priors",
    key.wrong(
        "prior_not_normalised",
        "Your priors are not the classes' shares of all rows.",
        "Together the priors add up to 1.",
    ),
    lambda x, y, k: sizes(y, k),
    lambda x, y, k: priors(x, y, k).log(),
    lambda x, y, k: sizes(y, k).float().softmax(0),
    lambda x, y, k: priors(x, y, k) / priors(x, y, k).max(),
    lambda x, y, k: sizes(y, k) / k,
    lambda x, y, k: sizes(y, k) / x.numel(),
    lambda x, y, k: sizes(y, k) / (len(x) - 1),
    lambda x, y, k: sizes(y, k) // len(x),
)
key.part(
    "priors",
    key.wrong(
        "uniform_prior",
        "Your priors are equal, whatever the classes' sizes are.",
        "Rare classes are rare: count how many of the rows each class has.",
    ),
    lambda x, y, k: torch.full((k,), 1 / k),
    lambda x, y, k: torch.ones(k),
)
SMOOTHED = key.wrong(
    "smoothed",
    "Something was added to the counts or the variances, or they are kept from becoming small.",
    PLAIN,
    share=0.5,
)
key.part(
    "priors",
    SMOOTHED,
    lambda x, y, k: (sizes(y, k) + 1) / (len(x) + k),
    lambda x, y, k: (sizes(y, k) + 1) / len(x),
)
NOT_BY_CLASS = key.wrong(
    "not_by_class",
    "Your means or variances are those of all rows, not of each class.",
    "Which rows belong to class k?",
)
NOT_AVERAGED = key.wrong(
    "not_averaged",
    "A class's sum is not divided by the size of this class.",
    "Each class divides by its own N_k, not by the number of all rows, and not by nothing.",
)
ONE_SPREAD = key.wrong(
    "one_spread",
    "A class has one number for all its features, or a whole matrix.",
    "One mean and one variance for each class and each feature: shape (K, d).",
)
key.part("means", NOT_BY_CLASS, lambda x, y, k: x.mean(0).expand(k, -1))
key.part(
    "means",
    NOT_AVERAGED,
    each(lambda own: own.sum(0)),
    lambda x, y, k: by_class(lambda own: own.sum(0) / len(x), x, y, k),
)
key.part(
    "means",
    key.wrong(
        "median",
        "These are medians, not means.",
        "The likelihood of a Gaussian is largest at the average of the class's values.",
    ),
    each(lambda own: own.median(0).values),
    each(lambda own: own.quantile(0.5, dim=0)),
)
key.part("means", ONE_SPREAD, each(lambda own: own.mean()))
key.part(
    "means",
    key.wrong(
        "parts_swapped",
        "Means and variances have changed places.",
        "The exercise asks for (priors, means, variances), in this order.",
    ),
    variances,
)
key.part(
    "variances",
    key.wrong(
        "unbiased",
        "Your variance divides by N_k − 1.",
        "Maximum likelihood divides by N_k, and a class with one row then has variance 0 instead of NaN.",
        share=0.5,
    ),
    each(lambda own: own.var(0)),
    each(lambda own: own.var(0, correction=0) * len(own) / max(len(own) - 1, 1)),
)
key.part(
    "variances",
    key.wrong(
        "standard_deviation",
        "You return standard deviations.",
        "The variance is the average of the squares, without a root.",
    ),
    lambda x, y, k: variances(x, y, k).sqrt(),
    each(lambda own: own.std(0)),
)
key.part(
    "variances",
    key.wrong(
        "pooled_variance",
        "All classes get the same variances, so every boundary stays straight.",
        "Each class has a spread of its own: average the squared deviations class by class.",
    ),
    pooled,
    lambda x, y, k: variances(x, y, k).mean(0).expand(k, -1),
    lambda x, y, k: pooled(x, y, k, correction=k),
    lambda x, y, k: pooled(x, y, k, correction=1),
)
key.part(
    "variances",
    NOT_BY_CLASS,
    lambda x, y, k: x.var(0, correction=0).expand(k, -1),
    lambda x, y, k: x.var(0).expand(k, -1),
)
key.part(
    "variances",
    key.wrong(
        "wrong_centre",
        "Your variance is not taken around the mean of the class.",
        "Squared deviations from the class's own mean.",
    ),
    lambda x, y, k: by_class(lambda own: ((own - x.mean(0)) ** 2).mean(0), x, y, k),
    each(lambda own: (own**2).mean(0)),
)
key.part(
    "variances",
    key.wrong(
        "not_squared",
        "Your variances average the size of the deviations, not their squares.",
        "The variance is the average *squared* deviation.",
    ),
    each(lambda own: (own - own.mean(0)).abs().mean(0)),
)
key.part(
    "variances",
    NOT_AVERAGED,
    each(lambda own: own.var(0, correction=0) * len(own)),
    lambda x, y, k: by_class(lambda own: own.var(0, correction=0) * len(own) / len(x), x, y, k),
)
key.part(
    "variances",
    ONE_SPREAD,
    each(lambda own: own.var(correction=0).expand(own.shape[1])),
    lambda x, y, k: variances(x, y, k).mean(1, keepdim=True).expand(-1, x.shape[1]),
    each(lambda own: torch.cov(own.T, correction=0)),
    each(lambda own: torch.cov(own.T)),
)
key.part(
    "variances",
    SMOOTHED,
    *(floored(amount) for amount in (1e-4, 1e-3, 1e-2, 0.1, 1.0)),
    *(at_least(amount) for amount in (1e-4, 1e-3, 1e-2)),
)


def in_order(x: Tensor, y: Tensor, k: int) -> tuple[Tensor, ...]:
    """Rows taken as if they were sorted by label."""
    return right(x, y.sort().values, k)


def in_equal_chunks(x: Tensor, y: Tensor, k: int) -> tuple[Tensor, ...]:
    """Rows sorted by label, then cut into pieces of one size."""
    rows = x[y.argsort(stable=True)].chunk(k)
    means = torch.stack([r.mean(0) for r in rows])
    return priors(x, y, k), means, torch.stack([r.var(0, correction=0) for r in rows])


key.wrong(
    "rows_taken_in_order",
    "You cut the rows into blocks, as if they were sorted by label or all classes were equally large.",
    "The labels say which rows belong together: a mask picks them wherever they are.",
    in_order,
    in_equal_chunks,
)
