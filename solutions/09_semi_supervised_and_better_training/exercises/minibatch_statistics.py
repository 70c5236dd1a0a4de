"""Key of minibatch discrimination's statistics (Salimans et al. 2016, section 3.2)."""

import torch

from gan_course.exercises.values import DETACHED
from gan_grading.keys import Key


def matrices(f, t):
    """M, shape (N, B, C)."""
    return torch.einsum("na,abc->nbc", f, t)


def gaps(m):
    """Mᵢ − Mⱼ, shape (N, N, B, C)."""
    return m[:, None] - m[None]


def near(f, t):
    """c, shape (N, N, B)."""
    return (-gaps(matrices(f, t)).abs().sum(3)).exp()


def right(f, t):
    return near(f, t).sum(1)


def of_distance(distance):
    """The statistics of another distance of rows (…, C)."""
    return lambda f, t: (-distance(gaps(matrices(f, t)))).exp().sum(1)


def read_otherwise(f, t):
    """The numbers of a row laid out as (C, B), not (B, C)."""
    _, b, c = t.shape
    m = (f @ t.flatten(1)).reshape(len(f), c, b).transpose(1, 2)
    return (-gaps(m).abs().sum(3)).exp().sum(1)


def over_rows_of(f, t):
    """The distance over B, one number for each of the C columns."""
    return (-gaps(matrices(f, t)).abs().sum(2)).exp().sum(1)


def drawn(n, a, b, c, scale=0.35):
    return [
        {"draw": "normal", "shape": [n, a]},
        {"draw": "normal", "shape": [a, b, c], "scale": scale},
    ]


key = Key(
    "values",
    right=right,
    names=["features", "T"],
    returns="tensor",
    parts=[
        {
            "criterion": "closeness to the batch",
            "cases": [
                {
                    "on": "the three pictures of the text",
                    "given": [
                        {"is": [[0.0, 1.0], [0.0, 1.0], [1.0, 3.0]]},
                        {"is": [[[0.5, -0.5]], [[0.25, 0.0]]]},
                    ],
                },
                {"on": "several pictures", "given": drawn("N", 3, 3, 2), "sizes": {"N": [4, 6]}},
                {"on": "more rows than columns", "given": drawn(5, 2, 4, 3)},
                {"on": "one row, four columns", "given": drawn(3, 4, 1, 4)},
                {"on": "one picture alone", "given": drawn(1, 3, 2, 2)},
                {"on": "pictures far apart", "given": drawn(4, 3, 2, 2, scale=20.0)},
                {"on": "as many rows as features", "given": drawn(4, 2, 2, 3), "slopes": [0], "rows": 2},
            ],
        },
    ],
)
key.wrong(
    "self_left_out",
    "The picture itself is not counted: your numbers are smaller by 1, or by its share.",
    "The sum of the paper runs over all j = 1 … N, i included, where the distance is 0 and c is 1.",
    lambda f, t: right(f, t) - 1,
    lambda f, t: (right(f, t) - 1) / max(len(f) - 1, 1),
)
key.wrong(
    "mean_for_sum",
    "You average over the batch where the formula has a sum.",
    "o is a sum of c over the batch; a picture that is alone keeps its 1, whatever N is.",
    lambda f, t: near(f, t).mean(1),
    lambda f, t: near(f, t).sum((1, 2)),
    lambda f, t: near(f, t).mean(2).sum(1),
)
key.wrong(
    "other_distance",
    "The distance of two rows is not the sum of absolute differences.",
    "‖·‖₁ adds up absolute values over the C numbers of a row. No squares, no root, no mean.",
    of_distance(lambda g: g.square().sum(3)),
    of_distance(lambda g: g.norm(dim=3)),
    of_distance(lambda g: g.square().mean(3)),
    of_distance(lambda g: g.abs().mean(3)),
    of_distance(lambda g: g.abs().amax(3)),
    of_distance(lambda g: g.sum(3)),
    of_distance(lambda g: g.sum(3).abs()),
    of_distance(lambda g: g.square().sum(3) / 2),
)
key.wrong(
    "no_exponential",
    "You add up distances, not exp(−distance).",
    "c is 1 for two equal pictures and near 0 for two that have nothing in common.",
    lambda f, t: gaps(matrices(f, t)).abs().sum(3).sum(1),
    lambda f, t: -gaps(matrices(f, t)).abs().sum(3).sum(1),
    lambda f, t: gaps(matrices(f, t)).abs().sum(3).mean(1),
    lambda f, t: (1 - gaps(matrices(f, t)).abs().sum(3)).sum(1),
    lambda f, t: (1 / (1 + gaps(matrices(f, t)).abs().sum(3))).sum(1),
)
key.wrong(
    "sign_in_exponent",
    "The minus sign in the exponent is missing: your numbers grow with the distance.",
    "c = exp(−‖…‖₁): the nearer, the larger.",
    lambda f, t: gaps(matrices(f, t)).abs().sum(3).exp().sum(1),
)
key.wrong(
    "sum_inside",
    "Distances are added up over the batch before the exponential.",
    "Each pair has a c of its own; these are added up.",
    lambda f, t: (-gaps(matrices(f, t)).abs().sum((1, 3))).exp(),
    lambda f, t: (-gaps(matrices(f, t)).abs().sum(3).mean(1)).exp(),
)
key.wrong(
    "wrong_axis",
    "The distance runs over the wrong axis, or over both.",
    "M has shape (N, B, C). Distances run over the C numbers of a row and leave one number for each of the B rows.",
    over_rows_of,
    read_otherwise,
    lambda f, t: (-gaps(matrices(f, t)).abs().sum((2, 3))).exp().sum(1),
    lambda f, t: (-gaps(matrices(f, t)).abs().sum((2, 3))).exp().sum(1, keepdim=True).expand(-1, t.shape[1]),
)
key.wrong(
    "kernel_without_T",
    "T plays no part, or not as a product over the A features.",
    "Mᵢ = f(xᵢ)·T sums over the A features: entry (b, c) is Σ over a of f(xᵢ)_a · T[a, b, c].",
    lambda f, t: (-(f[:, None] - f[None]).abs().sum(2)).exp().sum(1),
    lambda f, t: (-(f[:, None] - f[None]).abs().sum(2)).exp().sum(1)[:, None].expand(-1, t.shape[1]),
)
key.wrong(
    "joined_with_features",
    "The features came back beside the statistics.",
    "Joining o to f(x) is the layer's business. Return o alone, shape (N, B).",
    lambda f, t: torch.cat([f, right(f, t)], 1),
    lambda f, t: near(f, t),
    lambda f, t: right(f, t).T,
    share=0.5,
)
key.also(DETACHED, lambda f, t: right(f, t).detach())
