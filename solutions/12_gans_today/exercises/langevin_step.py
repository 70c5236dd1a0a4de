"""Key of one Langevin step in noise space (Che et al. 2020, https://arxiv.org/abs/2003.06060, algorithm 1)."""

import torch

from gan_grading.keys import Key


def slope_in_z(of):
    """The slope in z of a number made of (generator, discriminator, z)."""

    def slope(generator, discriminator, z):
        z = z.detach().clone().requires_grad_(True)
        (found,) = torch.autograd.grad(of(generator, discriminator, z), z)
        return found

    return slope


logit = slope_in_z(lambda g, d, z: d(g(z)).sum())


def step(slope=logit, pull=lambda z: z, drift=lambda size: size / 2, shake=lambda size: size**0.5, sign=1.0):
    """The step with another slope, another pull to 0, another drift or another amount of noise."""

    def answer(generator, discriminator, z, noise, size):
        move = sign * (slope(generator, discriminator, z) - pull(z))
        return z + drift(size) * move + shake(size) * noise

    return answer


def slope_in_sample(g, d, z):
    """D's slope in the sample; it has another width than z, unless the two are alike."""
    x = g(z).detach().requires_grad_(True)
    (found,) = torch.autograd.grad(d(x).sum(), x)
    return found


def in_space(g, d, z, noise, size):
    """The sample moves, not the noise."""
    return g(z).detach() + size / 2 * slope_in_sample(g, d, z) + size**0.5 * noise


def case(on, flat=False, **sizes):
    return {
        "on": on,
        "given": [
            {"network": "G", "in": "k", "out": "d"},
            {"network": "D", "in": "d", "out": 1, "flat": flat, "curve": "softplus"},
            {"draw": "normal", "shape": ["N", "k"]},
            {"draw": "normal", "shape": ["N", "k"]},
            {"between": [0.05, 0.6]},
        ],
        "sizes": sizes,
        "rows": True,
    }


key = Key(
    "of_networks",
    right=step(),
    parts=[
        {
            "criterion": "where z goes",
            "cases": [
                {
                    "on": "G(z) = 2z, D(x) = 3x, z = 1, noise 0.5, size 0.04",
                    "given": [
                        {"network": "G", "weights": [[2.0]]},
                        {"network": "D", "weights": [[3.0]]},
                        {"is": [[1.0]]},
                        {"is": [[0.5]]},
                        0.04,
                    ],
                    "rows": True,
                },
                case("one row of noise", N=1, k=3, d=2),
                case("numbers", N=[3, 5], k=1, d=1, flat=True),
                case("as many rows as numbers", N=3, k=3, d=3),
                case("several rows of 2 numbers", N=[4, 6], k=2, d=2, flat=True),
            ],
            "otherwise": "elsewhere",
        }
    ],
)
key.wrong(
    "downhill",
    "Your step leads to lower logits.",
    "D's logit says how much more often data than fakes are found there. Which way do you want to go?",
    step(lambda g, d, z: -logit(g, d, z)),
    step(lambda g, d, z: -logit(g, d, z), pull=lambda z: -z),
    step(lambda g, d, z: -logit(g, d, z), pull=lambda z: 0 * z),
)
key.wrong(
    "prior_forgotten",
    "Nothing pulls z back to where noise is likely.",
    "The density of z is a standard normal one: what is the slope of its logarithm, −‖z‖²/2?",
    step(pull=lambda z: 0 * z),
    step(pull=lambda z: -z),
    step(pull=lambda z: 2 * z),
    step(pull=lambda z: z / 2),
    step(pull=lambda z: z.square().sum(1, keepdim=True)),
)
key.wrong(
    "prior_only",
    "D has no say in your step.",
    "The slope of D(G(z)) in z must be part of it.",
    step(lambda g, d, z: 0 * z),
)
key.wrong(
    "slope_in_sample",
    "You take D's slope in the sample, or move the sample.",
    "What moves is z. D(G(z)) is a function of z: ask autograd for its slope in z.",
    in_space,
    step(slope_in_sample),
    step(slope_in_sample, pull=lambda z: 0 * z),
)
key.wrong(
    "slope_of_mean",
    "Your slope gets smaller with the number of rows.",
    "Each row walks by itself. Sum the logits before you differentiate: each depends on its own z alone.",
    step(slope_in_z(lambda g, d, z: d(g(z)).mean())),
)
key.wrong(
    "slope_of_probability",
    "You take the slope of a probability or of its logarithm, not of the logit.",
    "log p_data − log p_g is the logit itself: no σ.",
    step(slope_in_z(lambda g, d, z: d(g(z)).sigmoid().sum())),
    step(slope_in_z(lambda g, d, z: torch.nn.functional.logsigmoid(d(g(z))).sum())),
    step(slope_in_z(lambda g, d, z: d(g(z)).exp().sum())),
)
key.wrong(
    "wrong_drift",
    "The slope is multiplied by another number than half the size.",
    "Two numbers in the formula: s/2 in front of the slope, √s in front of the noise.",
    step(drift=lambda s: s),
    step(drift=lambda s: 2 * s),
    step(drift=lambda s: s / 4),
    step(drift=lambda s: s**0.5),
    step(drift=lambda s: s**0.5 / 2),
    step(drift=lambda s: s**2 / 2),
)
key.wrong(
    "wrong_noise",
    "The noise is missing, or multiplied by another number than √s.",
    "Without noise of just this size the walk ends on the nearest peak, where it should visit each place as often as its density says.",
    step(shake=lambda s: 0.0),
    step(shake=lambda s: s),
    step(shake=lambda s: 1.0),
    step(shake=lambda s: (2 * s) ** 0.5),
    step(shake=lambda s: (s / 2) ** 0.5),
    step(shake=lambda s: s / 2),
    step(shake=lambda s: -(s**0.5)),
    step(shake=lambda s: s**2),
)
key.wrong(
    "drift_and_noise",
    "Neither the slope nor the noise has the factor of the formula.",
    "s/2 in front of the slope, √s in front of the noise.",
    step(drift=lambda s: s, shake=lambda s: (2 * s) ** 0.5),
    step(drift=lambda s: s, shake=lambda s: s),
    step(drift=lambda s: s, shake=lambda s: 1.0),
    step(drift=lambda s: s, shake=lambda s: 0.0),
    step(drift=lambda s: s / 2, shake=lambda s: s / 2),
)
key.wrong(
    "not_the_new_z",
    "You return the move or the sample, not the z that has been reached.",
    "One row for each row of z, of the same width.",
    lambda g, d, z, noise, size: step()(g, d, z, noise, size) - z,
    lambda g, d, z, noise, size: g(step()(g, d, z, noise, size)),
    lambda g, d, z, noise, size: z * 1.0,
)
key.wrong(
    "elsewhere",
    "You do not arrive where z, the slope and the noise that you are given lead.",
    "Work the numbers of *What to expect* through your lines. And the noise is an argument: hand it on as it is.",
)
key.wrong(
    "direction_only",
    "Your step keeps the slope's direction and loses its size.",
    "How steep the logit is matters: do not normalise it.",
    step(lambda g, d, z: logit(g, d, z).sign()),
    step(lambda g, d, z: logit(g, d, z) / logit(g, d, z).norm(dim=1, keepdim=True).clamp_min(1e-12)),
)
