"""Key of D*, the best discriminator (Goodfellow et al. 2014, proposition 1)."""

from collections.abc import Callable

import torch

from gan_course.exercises.experiments.best_answer import BLURRED
from gan_grading.keys import Key


def best(p: torch.Tensor, q: torch.Tensor) -> torch.Tensor:
    return p / (p + q)


def guarded(eps: float, above: float, below: float) -> Callable[..., torch.Tensor]:
    return lambda p, q: (p + above * eps) / (p + q + below * eps)


def clamped(eps: float) -> Callable[..., torch.Tensor]:
    return lambda p, q: best(p, q).clamp(eps, 1 - eps)


key = Key("best_answer", right=best)
key.wrong(
    "swapped",
    "Your D* is high where the generator's density is high.",
    "D answers: how likely is it that this x came from the data? Which density belongs in the numerator?",
    lambda p, q: q / (p + q),
)
key.wrong(
    "constant_half",
    "Your D* is 1/2 everywhere.",
    "1/2 is what is left when p_g equals p_data. Away from the equilibrium D* depends on x.",
    lambda p, q: torch.full_like(p, 0.5),
    lambda p, q: torch.tensor(0.5),
)
key.wrong(
    "plain_ratio",
    "Your D* is a ratio of the two densities, which can exceed 1.",
    "A probability lies between 0 and 1: both ways x can come about belong in the denominator.",
    lambda p, q: p / q,
    lambda p, q: q / p,
)
key.wrong(
    "capped_ratio",
    "Your D* is a ratio of the two densities, cut off at 1.",
    "A share needs no cutting: both ways x can come about belong in the denominator.",
    lambda p, q: (p / q).clamp(0, 1),
    lambda p, q: (0.5 * p / q).clamp(0, 1),
    lambda p, q: 1 - (q / p).clamp(0, 1),
)
key.wrong(
    "precedence",
    "Your formula divides before it adds: p_data / p_data + p_g is 1 + p_g.",
    "Division binds more tightly than addition. Put the whole denominator into brackets.",
    lambda p, q: p / p + q,
    lambda p, q: p / (p * q),
)
key.wrong(
    "returns_logit",
    "You return log p_data − log p_g, which is the logit of D*, not D* itself.",
    "The exercise asks for the probability. What turns a logit into a probability?",
    lambda p, q: torch.log(p / q),
)
key.wrong(
    "hard_decision",
    "Your D* only says 0 or 1.",
    "Where both densities are positive, x may have come from either: D* is the share of the data in both.",
    lambda p, q: (p > q).float(),
    lambda p, q: p > q,
    lambda p, q: (p > q).long(),
    lambda p, q: (p >= q).double(),
)
key.wrong(
    "difference",
    "Your D* is built on the difference of the densities.",
    "Set the derivative of p_data·log D + p_g·log(1 − D) in D to zero and solve for D.",
    lambda p, q: torch.sigmoid(p - q),
    lambda p, q: p - q,
    lambda p, q: (p - q) / (p + q),
    lambda p, q: (1 + p - q) / 2,
    lambda p, q: (p - q).clamp(0, 1),
    lambda p, q: p / (p - q),
)
key.wrong(
    "one_density",
    "Your D* does not depend on both densities.",
    "How sure D can be at x depends on how often each of the two sources produces x.",
    lambda p, q: p,
    lambda p, q: q,
    lambda p, q: 1 - q,
    lambda p, q: p / (p + 1),
    lambda p, q: 1 / (1 + q),
    lambda p, q: torch.sigmoid(p),
    lambda p, q: torch.sigmoid(-q),
)
key.wrong(
    "rescaled",
    "Your D* rescales the densities before or after it compares them.",
    "The densities are given as they are: D* at x needs only the two numbers at x.",
    lambda p, q: (p / p.sum()) / (p / p.sum() + q / q.sum()),
    lambda p, q: p / (p.sum() + q.sum()),
    lambda p, q: best(p, q) / best(p, q).max(),
    lambda p, q: p**2 / (p**2 + q**2),
    lambda p, q: p.sqrt() / (p.sqrt() + q.sqrt()),
    lambda p, q: p / (p + q).sum(),
    lambda p, q: (p / p.max()) / (p / p.max() + q / q.max()),
    lambda p, q: p / (p + q) / 2,
    lambda p, q: 2 * p / (p + q),
)
key.wrong(
    "prior",
    "Your D* gives the two kinds unequal weights, or takes the larger for both.",
    "D is shown as many fakes as data: each density counts once, and both stand in the denominator.",
    lambda p, q: p / (p + 2 * q),
    lambda p, q: 2 * p / (2 * p + q),
    lambda p, q: p / torch.maximum(p, q),
    lambda p, q: torch.maximum(p, q) / (p + q),
    lambda p, q: torch.minimum(p, q) / (p + q),
)
key.wrong(
    "wrong_shape",
    "Your D* has not the shape of the densities it was given.",
    "D* is asked at every point of the grid, whatever the grid's shape. Which operation of yours adds up or drops a dimension?",
    lambda p, q: best(p, q).reshape(-1),
    lambda p, q: best(p, q).reshape(-1, 1),
    lambda p, q: best(p, q).squeeze(),
    lambda p, q: best(p, q).unsqueeze(0),
    lambda p, q: best(p, q).unsqueeze(-1),
    lambda p, q: best(p, q).mean(),
    lambda p, q: best(p, q).sum(),
    lambda p, q: p.sum() / (p.sum() + q.sum()),
)
key.also(
    BLURRED,
    *(guarded(eps, *where) for eps in (1e-4, 1e-3, 1e-2, 1e-1) for where in ((0, 1), (1, 1), (1, 2))),
    *(clamped(eps) for eps in (1e-4, 1e-3, 1e-2, 0.05, 0.1)),
)
