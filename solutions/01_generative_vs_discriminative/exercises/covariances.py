"""Key of the classes' covariances, own and shared."""

from collections.abc import Callable

import torch
from torch import Tensor

from gan_grading.keys import Key

Form = Callable[[Tensor, Tensor, Tensor], Tensor]


def scatter(rows: Tensor) -> Tensor:
    return rows.T @ rows


def centred(x: Tensor, y: Tensor, m: Tensor) -> list[Tensor]:
    """Deviations from the class's mean, class by class."""
    return [(x - m[y])[y == k] for k in range(len(m))]


def own(x: Tensor, y: Tensor, m: Tensor) -> Tensor:
    return torch.stack([scatter(rows) / len(rows) for rows in centred(x, y, m)])


def shared(x: Tensor, y: Tensor, m: Tensor) -> Tensor:
    return (scatter(x - m[y]) / len(x)).expand(len(m), -1, -1)


def total(correction: int = 0) -> Form:
    return lambda x, y, m: (
        torch.cov(x.T, correction=correction).reshape(1, *[x.shape[1]] * 2).repeat(len(m), 1, 1)
    )


def over(divisor: Callable[..., float]) -> Form:
    """Own matrices, each sum of products divided by a function of the class's rows and of x."""
    return lambda x, y, m: torch.stack([scatter(r) / divisor(r, x) for r in centred(x, y, m)])


def by_class(of: Callable[[Tensor, Tensor], Tensor]) -> Form:
    """One matrix a class, from its rows and all rows."""
    return lambda x, y, m: torch.stack([of(x[y == k], x) for k in range(len(m))])


def diagonal(c: Tensor) -> Tensor:
    return torch.diag_embed(c.diagonal(dim1=1, dim2=2))


def correlation(c: Tensor) -> Tensor:
    root = c.diagonal(dim1=1, dim2=2).sqrt()
    return c / (root[:, :, None] * root[:, None, :])


def floored(form: Form, amount: float) -> Form:
    return lambda x, y, m: form(x, y, m) + amount * torch.eye(x.shape[1])


def with_own(*forms: Form) -> list[Callable[..., Tensor]]:
    """Answers that are wrong where the covariances are the classes' own."""
    return [lambda x, y, m, s, f=f: shared(x, y, m) if s else f(x, y, m) for f in forms]


def with_shared(*forms: Form) -> list[Callable[..., Tensor]]:
    """Answers that are wrong where the covariance is shared."""
    return [lambda x, y, m, s, f=f: f(x, y, m) if s else own(x, y, m) for f in forms]


key = Key(
    "parts",
    right=lambda x, y, m, s: shared(x, y, m) if s else own(x, y, m),
    worlds={"own covariances": "own_groups", "shared covariance": "shared_groups"},
    further=[
        {"criterion": "one feature", "world": "single_feature", "otherwise": "number_for_matrix"},
        {
            "criterion": "numbers around 0.001",
            "world": "small_groups",
            "otherwise": "floored",
            "absolute": 1e-8,
        },
    ],
)
key.wrong(
    "pooled_variance",
    "All classes get one covariance although `shared` is False: the boundary stays straight.",
    "With their own covariances the classes differ in shape, and that is what bends the boundary.",
    *with_own(
        shared,
        lambda x, y, m: own(x, y, m).mean(0).expand(len(m), -1, -1),
        lambda x, y, m: shared(x, y, m)[0],
    ),
)
key.wrong(
    "unbiased",
    "Your covariance divides by the number of rows less one (or less the number of classes).",
    "The formulas of maximum likelihood divide by N_k and by N.",
    *with_own(
        by_class(lambda rows, x: torch.cov(rows.T).reshape(x.shape[1], x.shape[1])),
        over(lambda r, x: len(r) - 1),
        over(lambda r, x: max(len(r) - 1, 1)),
    ),
    *with_shared(
        lambda x, y, m: shared(x, y, m) * len(x) / (len(x) - 1),
        lambda x, y, m: shared(x, y, m) * len(x) / (len(x) - len(m)),
        lambda x, y, m: shared(x, y, m) * len(x) / max(len(x) - 1, 1),
    ),
    share=0.5,
)
key.wrong(
    "not_divided",
    "The products of deviations are not divided by the right number of rows.",
    "Own: the rows of the class. Shared: all rows.",
    *with_own(over(lambda r, x: 1), over(lambda r, x: len(x)), over(lambda r, x: x.shape[1])),
    *with_shared(
        lambda x, y, m: shared(x, y, m) * len(x),
        lambda x, y, m: own(x, y, m).sum(0).expand(len(m), -1, -1),
        lambda x, y, m: shared(x, y, m) * len(x) / len(m),
    ),
)
key.wrong(
    "total_covariance",
    "The deviations are taken from the mean of all rows, so the distance between classes counts as spread.",
    "Each row deviates from the mean of its own class: means[y].",
    *with_own(total(), total(1), by_class(lambda rows, x: scatter(rows - x.mean(0)) / len(rows))),
    *with_shared(total(), total(1), lambda x, y, m: (scatter(x - m.mean(0)) / len(x)).expand(len(m), -1, -1)),
)
key.wrong(
    "uncentred",
    "The means were not subtracted.",
    "A covariance is made of deviations.",
    *with_own(by_class(lambda rows, x: scatter(rows) / len(rows))),
    *with_shared(lambda x, y, m: (scatter(x) / len(x)).expand(len(m), -1, -1)),
)
key.wrong(
    "diagonal_only",
    "Only the diagonal is there.",
    "The entry (i, j) averages the product of the deviations of features i and j.",
    *with_own(lambda x, y, m: diagonal(own(x, y, m)), lambda x, y, m: own(x, y, m).diagonal(dim1=1, dim2=2)),
    *with_shared(lambda x, y, m: diagonal(shared(x, y, m))),
)
key.wrong(
    "other_matrix",
    "This is the correlation or the inverse of a covariance, not the covariance.",
    "The entry (i, j) averages the product of the deviations of features i and j; on the diagonal lie variances.",
    *with_own(lambda x, y, m: correlation(own(x, y, m)), lambda x, y, m: torch.linalg.pinv(own(x, y, m))),
    *with_shared(
        lambda x, y, m: correlation(shared(x, y, m)), lambda x, y, m: torch.linalg.pinv(shared(x, y, m))
    ),
)
key.wrong(
    "never_shared",
    "The classes' covariances differ although `shared` is True.",
    "One matrix for all of them, from all rows.",
    *with_shared(own),
)
key.wrong(
    "unweighted_average",
    "The classes' matrices are averaged as if all classes had the same size.",
    "In the formula every row counts once, so that a large class counts more.",
    *with_shared(
        lambda x, y, m: own(x, y, m).mean(0).expand(len(m), -1, -1), lambda x, y, m: own(x, y, m).mean(0)
    ),
)
key.wrong(
    "one_matrix",
    "With `shared` you return one matrix, not one for each class.",
    "The shape is (K, d, d) in both cases: repeat the matrix.",
    *with_shared(
        lambda x, y, m: shared(x, y, m)[0],
        lambda x, y, m: shared(x, y, m)[:1],
        lambda x, y, m: total()(x, y, m)[0],
    ),
    share=0.5,
)
key.wrong(
    "floored",
    "Something was added to the diagonal, or small numbers are cut off.",
    "The exercise asks for the plain covariance; the floor is added outside.",
    *with_own(*(floored(own, f) for f in (1e-4, 1e-3, 1e-2, 0.1))),
    *with_shared(*(floored(shared, f) for f in (1e-4, 1e-3, 1e-2, 0.1))),
    share=0.5,
)
key.wrong(
    "number_for_matrix",
    "With one feature the covariances have not shape (K, 1, 1), or are wrong.",
    "torch.cov makes a number of a single feature. The exercise asks for matrices (d, d) whatever d is.",
    share=0.25,
)
