"""Key of the projection into the box around x and the range of pixels."""

from collections.abc import Callable
from typing import Any

import torch

from gan_grading.keys import Key

Limit = Callable[[torch.Tensor, float, float], torch.Tensor]
Box = Callable[[torch.Tensor, torch.Tensor, float], torch.Tensor]
Answer = Callable[..., torch.Tensor]


def box(c: torch.Tensor, x: torch.Tensor, e: float) -> torch.Tensor:
    return x + (c - x).clamp(-e, e)


def free(t: torch.Tensor, low: float, high: float) -> torch.Tensor:
    return t


def project(into: Box = box, limit: Limit = torch.clamp) -> Answer:
    def answer(c: Any, x: Any, e: float, low: float = 0.0, high: float = 1.0) -> torch.Tensor:
        return limit(into(c, x, e), low, high)

    return answer


def both(*boxes: Box) -> list[Answer]:
    """Answers with another box, with the range and without it."""
    return [project(b, limit) for b in boxes for limit in (torch.clamp, free)]


def scaled(size: Callable[[torch.Tensor], torch.Tensor], always: bool) -> Box:
    def into(c: torch.Tensor, x: torch.Tensor, e: float) -> torch.Tensor:
        change = c - x
        rows = change.reshape(len(x), -1)
        length = size(rows).reshape(-1, *[1] * (x.ndim - 1))
        return x + change * (e / length if always else (e / length).clamp(max=1.0))

    return into


def limited_change(c: Any, x: Any, e: float, low: float = 0.0, high: float = 1.0) -> torch.Tensor:
    moved: torch.Tensor = x + (c - x).clamp(-e, e).clamp(low, high)
    return moved


def between(least: float, most: float) -> Answer:
    """The walls of the box, cut off at the ends of one and the same range."""

    def answer(c: Any, x: Any, e: float, low: float = 0.0, high: float = 1.0) -> torch.Tensor:
        lower, upper = (x - e).clamp_min(least), (x + e).clamp_max(most)
        return torch.max(torch.min(c, upper), lower)

    return answer


key = Key("projection", right=project())
key.wrong(
    "clamped_change",
    "The range low..high was applied to the change, not to the picture.",
    "The change may be negative. It is the picture that has to lie in the range.",
    limited_change,
    lambda *a: limited_change(*a).clamp(0.0, 1.0),
    lambda c, x, e, low=0.0, high=1.0: limited_change(c, x, e, low, high).clamp(low, high),
)
key.wrong(
    "no_clamp",
    "Some pixels lie outside the range of a picture.",
    "After the box comes the range: every pixel must lie between low and high.",
    project(limit=free),
    share=0.5,
)
key.wrong(
    "fixed_range",
    "The result is not kept within the range given, low to high.",
    "The range is an argument: pixels may run from −1 to 1.",
    project(limit=lambda t, low, high: t.clamp(0.0, 1.0)),
    project(limit=lambda t, low, high: t.clamp(-1.0, 1.0)),
    project(limit=lambda t, low, high: t.clamp(min=low)),
    project(limit=lambda t, low, high: t.clamp(max=high)),
    project(limit=lambda t, low, high: t.clamp(0.0, high)),
    *(between(low, high) for low, high in ((0.0, 1.0), (-1.0, 1.0))),
    share=0.5,
)
key.wrong(
    "no_box",
    "A pixel may end farther than ε from x.",
    "The result may differ from x by at most ε in every pixel, wherever the candidate was.",
    *both(
        lambda c, x, e: c,
        lambda c, x, e: torch.minimum(c, x + e),
        lambda c, x, e: torch.maximum(c, x - e),
        lambda c, x, e: x + (c - x).clamp(-2 * e, 2 * e),
    ),
)
key.wrong(
    "wrong_centre",
    "Your box lies around something else than x.",
    "The box belongs to the original picture x; the candidate is what is put into it.",
    *both(
        lambda c, x, e: torch.minimum(torch.maximum(x, c - e), c + e),
        lambda c, x, e: c + (x - c).clamp(-e, e),
        lambda c, x, e: c.clamp(-e, e),
        lambda c, x, e: c + (c - x).clamp(-e, e),
        lambda c, x, e: c.clamp(float(x.mean()) - e, float(x.mean()) + e),
        lambda c, x, e: c.clamp(0.5 - e, 0.5 + e),
    ),
)
key.wrong(
    "mirrored",
    "Your result lies on the other side of x than the candidate.",
    "Which difference has to be limited, candidate − x or x − candidate, and to what is it added?",
    *both(lambda c, x, e: x + (x - c).clamp(-e, e)),
)
key.wrong(
    "candidate_as_change",
    "You limit the candidate itself, as if it were a change of x.",
    "The candidate is a picture. By how much does it differ from x?",
    *both(lambda c, x, e: x + c.clamp(-e, e)),
)
key.wrong(
    "moves_inner_points",
    "A candidate that was allowed already does not stay where it was.",
    "Projecting a point that lies in the set changes nothing.",
    *both(
        lambda c, x, e: x + e * (c - x).sign(),
        lambda c, x, e: torch.where((c - x).abs() > e, x, c),
        lambda c, x, e: x,
        lambda c, x, e: x + (c - x).clamp(-e / 2, e / 2),
        lambda c, x, e: x + e * torch.tanh(c - x),
        lambda c, x, e: x + e * torch.tanh((c - x) / e),
        lambda c, x, e: x + e * (c - x),
        lambda c, x, e: x + (c - x).clamp(0, e),
        lambda c, x, e: x - e,
        lambda c, x, e: x + e,
    ),
)
key.wrong(
    "perturbation_only",
    "You return the change, not the picture.",
    "The limited change has to be added to x again.",
    *both(lambda c, x, e: (c - x).clamp(-e, e)),
)
SIZES: tuple[Callable[[torch.Tensor], torch.Tensor], ...] = (
    lambda rows: rows.norm(dim=1),
    lambda rows: rows.abs().amax(dim=1),
    lambda rows: rows.norm().expand(len(rows)),
    lambda rows: rows.abs().max().expand(len(rows)),
)
key.wrong(
    "round_ball",
    "The change is scaled as a whole, as for a ball of another shape.",
    "In the box each pixel is looked at by itself: one that is already near enough stays as it is.",
    *both(*(scaled(size, always) for size in SIZES for always in (False, True))),
)
key.wrong(
    "shifted_box",
    "Near the ends of the range your box is moved away from x, as if it had to lie within the range as a whole.",
    "x may lie at the very end of the range. The box lies around x all the same; it is only cut off there.",
    lambda c, x, e, low=0.0, high=1.0: box(c, x.clamp(min(low + e, high), max(high - e, low)), e),
)
