"""Key of one EM step with missing labels (Dempster, Laird and Rubin 1977, https://doi.org/10.1111/j.2517-6161.1977.tb01600.x)."""

from collections.abc import Callable

import torch
import torch.nn.functional as F
from torch import Tensor

from gan_grading.keys.parts import PartsKey

Weights = Callable[[Tensor, Tensor], Tensor]
Form = Callable[..., Tensor]
Step = Callable[..., tuple[Tensor, ...]]


def mixed(unlabelled: Callable[[Tensor], Tensor]) -> Weights:
    """Responsibilities: certain where the label is known, a function of the scores elsewhere."""

    def weights(y: Tensor, s: Tensor) -> Tensor:
        certain = F.one_hot(y.clamp_min(0), s.shape[1]).to(s.dtype)
        return torch.where((y >= 0)[:, None], certain, unlabelled(s))

    return weights


responsibilities = mixed(lambda s: s.softmax(1))


def m_step(x: Tensor, r: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    count = r.sum(0)
    means = r.T @ x / count[:, None]
    variances = (r[:, :, None] * (x[:, None] - means) ** 2).sum(0) / count[:, None]
    return count / len(x), means, variances


def step(weights: Weights, normalised: bool = False) -> Step:
    """A whole step with other responsibilities."""

    def form(x: Tensor, y: Tensor, s: Tensor) -> tuple[Tensor, ...]:
        priors, means, variances = m_step(x, weights(y, s))
        return priors / priors.sum() if normalised else priors, means, variances

    return form


def r(x: Tensor, y: Tensor, s: Tensor) -> Tensor:
    return responsibilities(y, s)


def count(x: Tensor, y: Tensor, s: Tensor) -> Tensor:
    return r(x, y, s).sum(0)


def known_only(x: Tensor, y: Tensor, s: Tensor) -> tuple[Tensor, ...]:
    known = y >= 0
    return m_step(x[known], responsibilities(y[known], s[known]))


def missing_only(x: Tensor, y: Tensor, s: Tensor) -> tuple[Tensor, ...]:
    return m_step(x[y < 0], s[y < 0].softmax(1))


def only_where(known: bool) -> Weights:
    """Responsibilities of the rows with a label alone, or of those without; 0 elsewhere."""
    return lambda y, s: torch.where(((y >= 0) == known)[:, None], responsibilities(y, s), 0.0)


def around(centre: Form) -> Form:
    """The variances around another centre."""

    def form(x: Tensor, y: Tensor, s: Tensor) -> Tensor:
        weights = r(x, y, s)
        return (weights[:, :, None] * (x[:, None] - centre(x, y, s)) ** 2).sum(0) / weights.sum(0)[:, None]

    return form


def variance(x: Tensor, y: Tensor, s: Tensor) -> Tensor:
    return m_step(x, r(x, y, s))[2]


def spread(x: Tensor, y: Tensor, s: Tensor) -> Tensor:
    """Weighted sums of squared deviations, shape (K, d)."""
    return variance(x, y, s) * count(x, y, s)[:, None]


def weighted_sum(x: Tensor, y: Tensor, s: Tensor) -> Tensor:
    return r(x, y, s).T @ x


def labelled(y: Tensor, s: Tensor) -> Tensor:
    """How many rows have each label."""
    return torch.bincount(y[y >= 0], minlength=s.shape[1])


key = PartsKey(
    parts=["priors", "means", "variances"],
    right=step(responsibilities),
    world="half_labelled",
    further=[
        {
            "criterion": "all labels missing, or none",
            "world": "all_or_none_labelled",
            "otherwise": "all_or_none_missing",
        },
        {"criterion": "scores near −1000", "world": "half_labelled_far", "otherwise": "underflow"},
        {
            "criterion": "numbers around 0.001",
            "world": "half_labelled_small",
            "otherwise": "smoothed",
            "absolute": 1e-8,
        },
    ],
)
key.wrong(
    "labels_ignored",
    "The known labels are not used.",
    "A row whose label is known counts wholly for that class, whatever the scores say.",
    step(lambda y, s: s.softmax(1)),
    step(lambda y, s: F.one_hot(s.argmax(1), s.shape[1]).float()),
)
key.wrong(
    "labels_added",
    "A row with a known label counts twice: by its label and by its scores.",
    "Where the label is known it replaces the posterior; nothing is added.",
    step(lambda y, s: s.softmax(1) + only_where(True)(y, s)),
)
HARD = key.wrong(
    "hard_assignment",
    "Each row without a label goes wholly to its best class.",
    "It counts for every class, with its posterior as share. How sure the model is must matter.",
    step(mixed(lambda s: F.one_hot(s.argmax(1), s.shape[1]).float())),
)
key.wrong(
    "joint_not_normalised",
    "The responsibilities of a row do not add up to 1: scores or joints are used as they are.",
    "Responsibilities are posteriors: Bayes' rule, row by row.",
    step(mixed(torch.exp)),
    step(mixed(torch.exp), normalised=True),
    step(lambda y, s: s.exp()),
    step(lambda y, s: s.exp(), normalised=True),
    step(mixed(lambda s: s)),
    step(mixed(lambda s: s.log_softmax(1))),
    step(mixed(torch.sigmoid)),
)
LEFT_OUT = key.wrong(
    "unlabelled_left_out",
    "The rows without a label are left out.",
    "They are the point of the exercise: their posteriors say how much they count for each class.",
    known_only,
    step(only_where(True)),
)
key.wrong(
    "minus_one_as_class",
    "The mark −1 was used as a class.",
    "table[-1] is the last row, and −1 is no class. Treat known and missing labels separately.",
    step(lambda y, s: torch.eye(s.shape[1])[y]),
    step(lambda y, s: F.one_hot(y.clamp_min(0), s.shape[1]).float()),
)
key.wrong(
    "uniform_responsibilities",
    "A row without a label counts the same for every class.",
    "The scores say which class it looks like.",
    step(mixed(lambda s: torch.full_like(s, 1 / s.shape[1]))),
    step(mixed(torch.ones_like)),
    step(mixed(torch.ones_like), normalised=True),
)
key.wrong(
    "wrong_axis",
    "The responsibilities are normalised over the rows, not over the classes.",
    "One row is shared out among the classes: its responsibilities add up to 1.",
    step(mixed(lambda s: s.softmax(0))),
    step(lambda y, s: s.softmax(0)),
)
ONLY_MISSING = key.wrong(
    "labelled_left_out",
    "Rows with a known label do not count.",
    "Every row counts: some with a certain label, some with shares.",
    missing_only,
    step(only_where(False)),
)
key.wrong(
    "class_zero_unknown",
    "Rows with label 0 are treated as if their label were missing.",
    "Class 0 is a class like the others: −1 marks what is missing.",
    lambda x, y, s: step(responsibilities)(x, torch.where(y == 0, -1, y), s),
)

PRIORS = key.wrong(
    "priors_mistaken",
    "The priors are not the classes' shares of all rows.",
    "N_k is the sum of the responsibilities, and the priors are N_k/N, over labelled and unlabelled rows.",
)
DIVISOR = key.wrong(
    "wrong_divisor",
    "A weighted sum is not divided by the sum of its weights.",
    "N_k = Σ r_nk is the effective number of rows in class k: divide means and variances by it.",
    lambda x, y, s: (
        count(x, y, s) / len(x),
        weighted_sum(x, y, s) / len(x),
        around(lambda *g: weighted_sum(*g) / len(g[0]))(x, y, s),
    ),
)
CENTRE = key.wrong(
    "wrong_centre",
    "The variance is not taken around the class's new mean.",
    "Squared deviations from the mean that you have just computed for this class.",
)
POOLED = key.wrong(
    "pooled_variance",
    "All classes, or all features, get the same variance.",
    "One variance for each class and each feature.",
)
SMOOTHED = key.wrong(
    "smoothed",
    "Something was added to the counts or the variances, or they are kept from becoming small.",
    "The exercise asks for the plain formulas; a floor comes later, outside of this function.",
    share=0.5,
)
key.part(
    "priors",
    PRIORS,
    count,
    lambda *g: known_only(*g)[0],
    lambda *g: missing_only(*g)[0],
    lambda x, y, s: torch.full((s.shape[1],), 1 / s.shape[1]),
    lambda x, y, s: s.softmax(1).mean(0),
    lambda *g: (count(*g) / len(g[0])).log(),
    lambda *g: count(*g) / int((g[1] < 0).sum()),
    lambda *g: count(*g) / int((g[1] >= 0).sum()),
    lambda *g: count(*g).softmax(0),
    lambda x, y, s: labelled(y, s) / len(x),
)
key.part("priors", SMOOTHED, lambda x, y, s: (count(x, y, s) + 1) / (len(x) + s.shape[1]))
key.part(
    "means",
    DIVISOR,
    lambda x, y, s: weighted_sum(x, y, s) / len(x),
    weighted_sum,
    lambda x, y, s: weighted_sum(x, y, s) / labelled(y, s).clamp_min(1)[:, None],
)
key.part(
    "means",
    key.wrong(
        "not_by_class",
        "All classes get the same mean.",
        "Each class has a mean of its own, with its own responsibilities as weights.",
    ),
    lambda x, y, s: x.mean(0).expand(s.shape[1], -1),
)
key.part("means", LEFT_OUT, lambda *g: known_only(*g)[1])
key.part(
    "variances",
    CENTRE,
    around(lambda x, y, s: torch.zeros(x.shape[1])),
    around(lambda x, y, s: x.mean(0)),
    around(lambda *g: known_only(*g)[1]),
    around(lambda *g: weighted_sum(*g) / len(g[0])),
    around(lambda *g: m_step(g[0], g[2].softmax(1))[1]),
)
key.part(
    "variances",
    key.wrong(
        "standard_deviation",
        "You return standard deviations.",
        "The variance is the weighted average of the squares, without a root.",
    ),
    lambda *g: variance(*g).sqrt(),
)
key.part(
    "variances",
    DIVISOR,
    spread,
    lambda *g: spread(*g) / len(g[0]),
    lambda *g: spread(*g) / (count(*g)[:, None] - 1),
)
key.part(
    "variances",
    POOLED,
    lambda x, y, s: (spread(x, y, s).sum(0) / len(x)).expand(s.shape[1], -1),
    lambda x, y, s: variance(x, y, s).mean(0).expand(s.shape[1], -1),
    lambda x, y, s: variance(x, y, s).mean(1, keepdim=True).expand(-1, x.shape[1]),
    lambda x, y, s: x.var(0, correction=0).expand(s.shape[1], -1),
    lambda x, y, s: x.var(0).expand(s.shape[1], -1),
)
key.part("variances", LEFT_OUT, lambda *g: known_only(*g)[2])
key.part(
    "variances",
    SMOOTHED,
    *(lambda x, y, s, f=f: variance(x, y, s) + f for f in (1e-3, 1e-2, 0.1, 1.0)),
)
key.wrong(
    "all_or_none_missing",
    "The step fails where all labels are missing, or none, or where a class has no label.",
    "Without any label it is clustering, with all of them it is exercise 2: the same formulas.",
    share=0.5,
)
key.wrong(
    "underflow",
    "With scores near −1000 (or +500) the result is NaN or wrong.",
    "e^(−1000) is 0 to a computer. Compute the posterior as in exercise 4, in log space.",
    share=0.5,
)
