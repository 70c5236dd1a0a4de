"""Key of the map from published pixels to the range of tanh (Radford et al. 2015, section 4)."""

from collections.abc import Callable

import torch

from gan_grading.keys.key import Key


def scaled(pixels: torch.Tensor, highest: float) -> torch.Tensor:
    return pixels.double() / highest * 2 - 1


def by_batch(pixels: torch.Tensor, highest: float) -> torch.Tensor:
    x = pixels.double()
    return (x - x.min()) / (x.max() - x.min()) * 2 - 1


def by_picture(pixels: torch.Tensor, highest: float) -> torch.Tensor:
    x = pixels.double()
    low, high = (f(x.flatten(1), dim=1).reshape(-1, *[1] * (x.ndim - 1)) for f in (torch.amin, torch.amax))
    return (x - low) / (high - low) * 2 - 1


def standardised(pixels: torch.Tensor, highest: float) -> torch.Tensor:
    x = pixels.double()
    return (x - x.mean()) / x.std()


def guessed(pixels: torch.Tensor, highest: float) -> torch.Tensor:
    return scaled(pixels, highest if pixels.max() > 1 else 1.0)


def fixed(value: float) -> Callable[[torch.Tensor, float], torch.Tensor]:
    return lambda pixels, highest: scaled(pixels, value)


def of_unit(change: Callable[[torch.Tensor], torch.Tensor]) -> Callable[[torch.Tensor, float], torch.Tensor]:
    """Return a map of pixels by what it does to pixels from 0 to 1."""
    return lambda pixels, highest: change(pixels.double() / highest)


def back_to_type(pixels: torch.Tensor, highest: float) -> torch.Tensor:
    # By way of int64: what becomes of a float below 0 in a uint8 differs between processors.
    x = scaled(pixels, highest)
    return x if pixels.is_floating_point() else x.long().to(pixels.dtype)


key = Key("pixel_range", right=scaled, worked=[0.0, 4.0, 8.0, 16.0])
key.wrong(
    "unit_range",
    "Your pixels run from 0 to 1.",
    "G ends in tanh and makes numbers from −1 to 1. A D that sees no real pixel below 0 needs no other sign of a fake.",
    of_unit(lambda x: x),
    of_unit(lambda x: x.clamp(0, 1)),
)
key.wrong(
    "overflow",
    "Pixels of 8-bit pictures come out wrong: a number has run over an end of its type.",
    "A uint8 holds 0 to 255, and 2 · 200 in it is 144. Turn the pixels into floating-point numbers first, or divide first.",
    lambda pixels, highest: 2 * pixels / highest - 1,
    lambda pixels, highest: (2 * pixels - highest) / highest,
    lambda pixels, highest: (pixels - highest // 2) / (highest / 2),
    lambda pixels, highest: (pixels - int(highest / 2)) / highest * 2,
    share=0.5,
)
key.wrong(
    "not_shifted",
    "Black and white do not land on −1 and 1.",
    "Follow the two ends: where does your formula put 0, and where `highest`?",
    of_unit(lambda x: x * 2),
    of_unit(lambda x: x - 1),
    of_unit(lambda x: x - 0.5),
    of_unit(lambda x: (x - 1) * 2),
    of_unit(lambda x: x * 2 - 2),
    of_unit(lambda x: (x - 0.5) / 2),
    lambda pixels, highest: (pixels.double() - 1) / highest * 2,
    lambda pixels, highest: (pixels.double() - highest / 2) / highest,
    lambda pixels, highest: 2 * pixels.double() - highest,
    lambda pixels, highest: pixels.double() - highest / 2,
)
key.wrong(
    "inverted",
    "Black and white have changed places.",
    "0 is to become −1 and `highest` is to become 1: the order of brightness stays.",
    of_unit(lambda x: 1 - x * 2),
    of_unit(lambda x: 1 - x),
)
key.wrong(
    "scaled_by_batch",
    "The same pixel gets another value in another batch: your formula looks at the batch's own numbers.",
    "A grey pixel must stay the same grey whatever stands beside it. The range is given: 0 to `highest`.",
    by_batch,
    by_picture,
    standardised,
    guessed,
    lambda pixels, highest: pixels / pixels.max() * 2 - 1,
    lambda pixels, highest: pixels / pixels.max().clamp(1, highest) * 2 - 1,
    of_unit(lambda x: x - x.mean()),
    of_unit(lambda x: (x - x.mean()) / x.std()),
)
key.wrong(
    "highest_ignored",
    "The argument `highest` does not enter your formula as it should.",
    "Scikit-learn's digits are published as 0..16, MNIST as 0..255: use the argument.",
    *(fixed(h) for h in (255, 16, 1, 256, 15)),
    lambda pixels, highest: pixels / (highest + 1) * 2 - 1,
    lambda pixels, highest: pixels / (highest - 1) * 2 - 1,
    lambda pixels, highest: scaled(pixels, 255 if pixels.dtype == torch.uint8 else 16),
    lambda pixels, highest: pixels.double() / 255,
    lambda pixels, highest: pixels.double() / 16,
)
key.wrong(
    "not_scaled",
    "The pixels come back as they were given.",
    "0 is to become −1 and `highest` is to become 1, with a straight line between them.",
    lambda pixels, highest: pixels.double(),
)
key.wrong(
    "whole_numbers",
    "Shades of grey are lost: something is rounded to whole numbers.",
    "The result must be a tensor of floating-point numbers; // and round() throw the fraction away.",
    lambda pixels, highest: (pixels // highest * 2 - 1).double(),
    lambda pixels, highest: scaled(pixels.long(), highest),
    lambda pixels, highest: torch.linspace(-1, 1, int(highest) + 1)[pixels.long()],
    lambda pixels, highest: scaled(pixels, highest).round(),
    lambda pixels, highest: scaled(pixels, highest).trunc(),
    back_to_type,
)
key.wrong(
    "squashed",
    "The shades of grey are bent: equal steps in the picture are not equal steps in your result.",
    "The map from 0..highest to −1..1 is a straight line. The tanh belongs to the generator.",
    lambda pixels, highest: torch.tanh(pixels.double()),
    lambda pixels, highest: torch.tanh(scaled(pixels, highest)),
    of_unit(torch.tanh),
    of_unit(lambda x: x**2 * 2 - 1),
    of_unit(lambda x: x**0.5 * 2 - 1),
    of_unit(lambda x: torch.sin(torch.pi * (x - 0.5))),
)
