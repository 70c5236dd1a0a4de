"""Key of V on a grid (Goodfellow et al. 2014, equation 1)."""

import math
from collections.abc import Callable

import torch

from gan_grading.keys import Key

Pointwise = Callable[[torch.Tensor, torch.Tensor, torch.Tensor], torch.Tensor]


def heights(d: torch.Tensor, p: torch.Tensor, q: torch.Tensor) -> torch.Tensor:
    return torch.xlogy(p, d) + torch.xlogy(q, 1 - d)


def integral(of: Pointwise, factor: float = 1.0) -> Callable[..., torch.Tensor]:
    return lambda d, p_data, p_g, dx: factor * of(d, p_data, p_g).sum() * dx


def spaced(width: float) -> Callable[..., torch.Tensor]:
    return lambda d, p_data, p_g, dx: heights(d, p_data, p_g).sum() * width


def best(p: torch.Tensor, q: torch.Tensor) -> torch.Tensor:
    return p / (p + q).clamp_min(1e-12)


key = Key("game_value", right=integral(heights))
key.wrong(
    "sign",
    "You return −V: the sign is turned round.",
    "V itself is asked for, the quantity D climbs. It is never positive; at the equilibrium it is −log 4.",
    integral(heights, -1.0),
    integral(heights, -0.5),
    lambda d, p, q, dx: -heights(d, p, q).sum(),
    lambda d, p, q, dx: -heights(d, p, q).mean(),
)
key.wrong(
    "no_dx",
    "Your sum over the grid is not an integral.",
    "An integral is a sum of height times width. What is the width of one grid cell?",
    lambda d, p, q, dx: heights(d, p, q).sum(),
    lambda d, p, q, dx: heights(d, p, q).mean(),
    lambda d, p, q, dx: heights(d, p, q).sum() / dx,
    lambda d, p, q, dx: heights(d, p, q).mean() * dx,
    lambda d, p, q, dx: torch.xlogy(p, d).sum() + torch.xlogy(q, 1 - d).sum() * dx,
    lambda d, p, q, dx: torch.xlogy(p, d).sum() * dx + torch.xlogy(q, 1 - d).sum(),
    lambda d, p, q, dx: heights(d, p, q).sum() * dx**2,
    lambda d, p, q, dx: torch.xlogy(p, d).sum() / p.sum() + torch.xlogy(q, 1 - d).mean(),
    *(spaced(width) for width in (0.5, 0.1, 0.05, 0.02, 0.01, 0.005, 0.001)),
)
key.wrong(
    "divided_by_mass",
    "You divide by the mass of the densities on the grid.",
    "Where part of a density lies outside of the grid, the grid holds less than its whole mass; V counts what is there.",
    lambda d, p, q, dx: torch.xlogy(p, d).sum() / p.sum() + torch.xlogy(q, 1 - d).sum() / q.sum(),
    lambda d, p, q, dx: 2 * heights(d, p, q).sum() / (p + q).sum(),
    lambda d, p, q, dx: heights(d, p, q).sum() / (p + q).sum(),
)
key.wrong(
    "same_term_twice",
    "Both of your terms use log D.",
    "The generator's samples are judged by log(1 − D): D is rewarded for calling them fake.",
    integral(lambda d, p, q: (p + q) * torch.log(d)),
)
key.wrong(
    "densities_swapped",
    "The two densities weigh the wrong terms.",
    "log D is averaged over the data, log(1 − D) over what the generator makes.",
    integral(lambda d, p, q: heights(d, q, p)),
    integral(lambda d, p, q: heights(1 - d, p, q)),
)
key.wrong(
    "term_missing",
    "One of the two terms of V is missing.",
    "V is E over the data of log D plus E over the generator of log(1 − D).",
    integral(lambda d, p, q: p * torch.log(d)),
    integral(lambda d, p, q: q * torch.log(1 - d)),
)
key.wrong(
    "not_weighted",
    "Your expectations do not weigh each x by its own density.",
    "An expectation is an integral of density times value.",
    lambda d, p, q, dx: (torch.log(d) + torch.log(1 - d)).sum() * dx,
    lambda d, p, q, dx: (torch.log(d) + torch.log(1 - d)).mean(),
    lambda d, p, q, dx: (torch.log(d) * torch.log(1 - d)).sum() * dx,
    integral(lambda d, p, q: p * (torch.log(d) + torch.log(1 - d))),
    integral(lambda d, p, q: q * (torch.log(d) + torch.log(1 - d))),
    lambda d, p, q, dx: (torch.log(d) + torch.log(1 - d)).sum(),
    lambda d, p, q, dx: torch.log(d).mean() + torch.log(1 - d).mean(),
    integral(lambda d, p, q: heights(d, p, 1 - p)),
    integral(lambda d, p, q: heights(d, 1 - q, q)),
)
key.wrong(
    "entropy_of_d",
    "Your logarithms are weighed by D itself, not by the two densities.",
    "The averages run over the data and over the fakes: p_data and p_g weigh, D stands inside the logarithm alone.",
    lambda d, p, q, dx: (torch.xlogy(d, d) + torch.xlogy(1 - d, 1 - d)).sum() * dx,
    integral(lambda d, p, q: p * torch.xlogy(d, d) + q * torch.xlogy(1 - d, 1 - d)),
    integral(lambda d, p, q: torch.xlogy(p, p) + torch.xlogy(q, q)),
    integral(lambda d, p, q: torch.xlogy(d, p) + torch.xlogy(1 - d, q)),
)
key.wrong(
    "no_logarithm",
    "The logarithm is missing.",
    "V takes the logarithm of the probability D gives to the right answer.",
    integral(lambda d, p, q: p * d + q * (1 - d)),
    integral(lambda d, p, q: p * d - q * d),
)
key.wrong(
    "subtracted",
    "Your second term has the wrong sign.",
    "V adds the two expectations; both are averages of logarithms and both are negative.",
    integral(lambda d, p, q: p * torch.log(d) - q * torch.log(1 - d)),
    integral(lambda d, p, q: q * torch.log(1 - d) - p * torch.log(d)),
)
key.wrong(
    "wrong_base",
    "Your logarithm has another base than e.",
    "log in V is the natural logarithm: torch.log.",
    integral(heights, 1 / math.log(2.0)),
    integral(heights, 1 / math.log(10.0)),
)
key.wrong(
    "halved",
    "You return half of V.",
    "V is the sum of the two expectations; nothing divides it by two.",
    integral(heights, 0.5),
)
key.wrong(
    "log_of_mean",
    "You take the logarithm of an average instead of the average of a logarithm.",
    "E[log D] is not log E[D]: take the logarithm at each x first, then integrate.",
    lambda d, p, q, dx: ((p * d).sum() * dx).log() + ((q * (1 - d)).sum() * dx).log(),
    lambda d, p, q, dx: torch.log((p * d).sum() * dx * (q * (1 - d)).sum() * dx),
    lambda d, p, q, dx: torch.log((p * d + q * (1 - d)).sum() * dx),
    lambda d, p, q, dx: torch.log(p * d + q * (1 - d)).sum() * dx,
)
key.wrong(
    "drops_points",
    "You leave out every point at which one of the two densities is 0.",
    "Where p_g is 0, the first term still counts. Guard each term by the density that multiplies it.",
    integral(lambda d, p, q: heights(d, p, q) * (p * q > 0)),
)
key.wrong(
    "ignores_d",
    "Your V does not depend on the D it is given.",
    "V is asked for any D. Only the best answer for D is p_data / (p_data + p_g); others score less.",
    integral(lambda d, p, q: heights(best(p, q), p, q)),
    integral(lambda d, p, q: heights(torch.full_like(p, 0.5), p, q)),
    lambda d, p, q, dx: torch.tensor(-math.log(4.0)),
)
