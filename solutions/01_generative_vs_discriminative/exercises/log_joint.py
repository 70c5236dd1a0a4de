"""Key of the log joint of naive Bayes."""

import math
from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor
from torch.distributions import Normal

from gan_grading.keys import Key

Form = Callable[..., Tensor]


def square(x: Tensor, m: Tensor, v: Tensor) -> Tensor:
    """The exponent of every feature, shape (N, K, d)."""
    return -0.5 * (x[:, None] - m) ** 2 / v


def height(v: Tensor) -> Tensor:
    """The logarithm of every Gaussian's height, shape (K, d)."""
    return -0.5 * torch.log(2 * math.pi * v)


def each(x: Tensor, m: Tensor, v: Tensor) -> Tensor:
    """Log densities of every feature, shape (N, K, d)."""
    return square(x, m, v) + height(v)


def weighted(of_square: float = 1.0, of_height: float = 1.0, prior: Callable[..., Any] = torch.log) -> Form:
    """The log joint with another weight on its terms, or another function of the prior."""

    def form(x: Tensor, p: Tensor, m: Tensor, v: Tensor) -> Tensor:
        total: Tensor = prior(p) + (of_square * square(x, m, v) + of_height * height(v)).sum(-1)
        return total

    return form


def nothing(p: Tensor) -> float:
    return 0.0


right = weighted()
likelihood = weighted(prior=nothing)

key = Key(
    "parts",
    right=right,
    worlds={"every row with every class": "rows_and_gaussians"},
    further=[
        {
            "criterion": "features of unlike scales, a very rare class",
            "world": "rows_of_any_scale",
            "otherwise": "guarded",
        },
        {
            "criterion": "many features, far values",
            "world": "many_features_and_far",
            "otherwise": "underflow",
        },
    ],
)
key.wrong(
    "no_prior",
    "The class prior is missing, so imbalance is ignored.",
    "log p(x, y) = log p(x | y) + log P(y). A rare class needs stronger evidence.",
    likelihood,
    weighted(of_height=0.0, prior=nothing),
    lambda x, p, m, v: -likelihood(x, p, m, v),
    lambda x, p, m, v: likelihood(x, p, m, v) - math.log(len(p)),
)
key.wrong(
    "prior_not_log",
    "The prior is not added once, as a logarithm.",
    "A product of the prior with the densities becomes a sum of their logarithms, one of each.",
    weighted(prior=lambda p: p),
    lambda x, p, m, v: (p.log()[:, None] + each(x, m, v)).sum(-1),
    weighted(prior=lambda p: -p.log()),
    lambda x, p, m, v: p * likelihood(x, p, m, v),
    lambda x, p, m, v: p.log() * likelihood(x, p, m, v),
)
key.wrong(
    "constants_missing",
    "A part of the Gaussian's normalisation is missing or has the wrong factor.",
    "Each feature brings −½ log(2πσ²), which differs from class to class and makes the density integrate to 1.",
    lambda x, p, m, v: right(x, p, m, v) + 0.5 * x.shape[1] * math.log(2 * math.pi),
    weighted(of_height=0.0),
    weighted(of_height=2.0),
    weighted(of_height=-1.0),
    lambda x, p, m, v: p.log() + (square(x, m, v) - 0.5 * math.log(2 * math.pi)).sum(-1),
    lambda x, p, m, v: right(x, p, m, v) + 0.5 * (x.shape[1] - 1) * math.log(2 * math.pi),
)
key.wrong(
    "variance_mistaken",
    "Variance and standard deviation are mixed up.",
    "The formula divides the squared deviation by 2σ², and σ² is what you are given.",
    lambda x, p, m, v: right(x, p, m, v**2),
    lambda x, p, m, v: right(x, p, m, v.sqrt()),
    lambda x, p, m, v: p.log() + (square(x, m, v.sqrt()) + height(v)).sum(-1),
    lambda x, p, m, v: p.log() + (square(x, m, v**2) + height(v)).sum(-1),
    lambda x, p, m, v: p.log() + (square(x, m, v) + height(v**2)).sum(-1),
)
key.wrong(
    "square_wrong",
    "The squared deviation has the wrong sign or factor, or is not squared.",
    "−(x − μ)²/(2σ²): it falls on both sides of the mean.",
    weighted(of_square=2.0),
    weighted(of_square=-1.0),
    lambda x, p, m, v: p.log() + (height(v) - 0.5 * (x[:, None] - m) / v).sum(-1),
    lambda x, p, m, v: p.log() + (height(v) - 0.5 * (x[:, None] - m).abs() / v).sum(-1),
)
key.wrong(
    "features_not_summed",
    "The features are averaged, or not brought together by a sum.",
    "Independent features multiply their densities, so their logarithms add.",
    lambda x, p, m, v: p.log() + each(x, m, v).mean(-1),
    lambda x, p, m, v: p.log() + each(x, m, v).prod(-1),
    lambda x, p, m, v: p.log() + Normal(m, v.sqrt()).log_prob(x[:, None]).exp().sum(-1).log(),
    lambda x, p, m, v: p.log()[:, None] + each(x, m, v),
)
key.wrong(
    "not_a_logarithm",
    "You return the joint or a density, not its logarithm.",
    "For 64 features the joint is 0 to a computer; its logarithm is an ordinary number.",
    lambda x, p, m, v: right(x, p, m, v).exp(),
    lambda x, p, m, v: likelihood(x, p, m, v).exp(),
)
key.wrong(
    "sign",
    "The sign is turned round.",
    "The best class must have the largest score.",
    lambda x, p, m, v: -right(x, p, m, v),
)
key.wrong(
    "already_posterior",
    "You return the posterior or its logarithm: p(x) has been divided away.",
    "The joint is asked here; Bayes' rule comes in the next exercise.",
    lambda x, p, m, v: right(x, p, m, v).log_softmax(1),
    lambda x, p, m, v: right(x, p, m, v).softmax(1),
)
key.wrong(
    "classes_added",
    "One number came back for each row: the classes have been added together.",
    "A row has a log joint with each of the K classes: shape (N, K).",
    lambda x, p, m, v: right(x, p, m, v).sum(1),
    lambda x, p, m, v: right(x, p, m, v).logsumexp(1),
    lambda x, p, m, v: right(x, p, m, v).logsumexp(1, keepdim=True),
)
key.wrong(
    "turned_table",
    "Rows and classes have changed places.",
    "One line for each row of x, one column for each class: shape (N, K).",
    lambda x, p, m, v: right(x, p, m, v).T,
)
key.wrong(
    "guarded",
    "A small number was added, or a bound set, where the formula has none: small variances or priors come out wrong.",
    "All variances and priors that you get are positive, so their logarithms are finite as they are.",
    share=0.5,
)
key.wrong(
    "underflow",
    "With many features, or far from every mean, what comes back is infinite, NaN or cut off.",
    "A product of probabilities vanishes in a computer, and its logarithm is −∞. Take logarithms first, then add.",
    share=0.5,
)
