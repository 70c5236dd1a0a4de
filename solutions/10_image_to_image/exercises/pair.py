"""Key of the input of a conditional discriminator (Denton et al. 2015; Isola et al. 2016, https://arxiv.org/abs/1611.07004)."""

import torch
import torch.nn.functional as F

from gan_course.exercises.values import DETACHED
from gan_grading.keys import Key

from ._shared import pictures


def sized(condition, picture, mode="nearest"):
    more = {} if mode == "nearest" else {"align_corners": False}
    return F.interpolate(condition, size=picture.shape[2:], mode=mode, **more)


def laid(change=sized, order=lambda c, p: [c, p], dim=1):
    """The pair with another enlargement, order or dimension."""
    return lambda condition, picture: torch.cat(order(change(condition, picture), picture), dim)


def tiled(condition, picture):
    times = picture.shape[-1] // condition.shape[-1]
    return condition.repeat(1, 1, times, times)


def case(on, s, channels=(1, 1), h=2, w=3, **sizes):
    c, k = channels
    given = [pictures("N", c, h, w), pictures("N", k, s * h, s * w)]
    return {"on": on, "given": given, "sizes": sizes, "slopes": [0, 1], "rows": "all"}


key = Key(
    "values",
    right=laid(),
    names=["condition", "picture"],
    returns="tensor",
    parts=[
        {
            "criterion": "condition and picture as channels",
            "cases": [
                {
                    "on": "a condition of one pixel, 5, and a picture of four, 1 to 4",
                    "given": [{"is": [[[[5.0]]]]}, {"is": [[[[1.0, 2.0], [3.0, 4.0]]]]}],
                    "slopes": [0, 1],
                    "rows": "all",
                },
                case("pictures of the same size", 1, N=[2, 4]),
                case("a condition of half the size", 2, N=[2, 3]),
                case("one upright picture, a condition of a third of its size", 3, h=2, w=1, N=1),
                case("several channels", 2, (3, 2), N=2),
                case("as many pictures as channels", 1, (2, 2), N=2),
                case("a condition of a quarter of the size", 4, h=1, w=2, N={"hidden": 5, "public": 2}),
            ],
        }
    ],
)
key.wrong(
    "picture_first",
    "The picture comes first.",
    "The condition is the first channel, the picture the last.",
    laid(order=lambda c, p: [p, c]),
)
key.wrong(
    "rows_for_channels",
    "You put them under or beside each other, or make a longer batch, where channels were asked for.",
    "Shape (N, C, H, W): which dimension are the channels?",
    laid(dim=0),
    laid(dim=2),
    laid(dim=3),
)
key.wrong(
    "smooth_enlargement",
    "The condition is enlarged smoothly.",
    "Each of its pixels is repeated. What is interpolate's mode for that?",
    laid(lambda c, p: sized(c, p, "bilinear")),
    laid(lambda c, p: sized(c, p, "bicubic")),
)
key.wrong(
    "tiled",
    "You lay copies of the condition side by side, and do not enlarge it.",
    "Each *pixel* is repeated, beside itself and below: repeat_interleave, not repeat.",
    laid(tiled),
)
key.wrong(
    "picture_shrunk",
    "The picture was scaled down to the condition's size.",
    "D has to judge the picture in all its detail: it is the condition that is enlarged.",
    lambda c, p: torch.cat([c, F.interpolate(p, size=c.shape[2:], mode="area")], 1),
    lambda c, p: torch.cat([c, F.interpolate(p, size=c.shape[2:])], 1),
    lambda c, p: torch.cat([c, F.adaptive_avg_pool2d(p, c.shape[2:])], 1),
)
key.wrong(
    "always_doubled",
    "The condition is enlarged by a fixed number.",
    "It may be as large as the picture already, or three times smaller: `size=` takes the picture's own size.",
    *((lambda c, p, by=by: torch.cat([F.interpolate(c, scale_factor=by), p], 1)) for by in (2, 4)),
    lambda c, p: torch.cat([c, p], 1),
    lambda c, p: torch.cat([F.interpolate(c, size=(16, 16)), p], 1),
    lambda c, p: torch.cat([F.interpolate(c, size=p.shape[2]), p], 1),
    lambda c, p: torch.cat([F.interpolate(c, size=p.shape[3]), p], 1),
)
key.wrong(
    "added",
    "Condition and picture are added or subtracted, not laid side by side.",
    "D needs both: from their sum neither can be read off.",
    lambda c, p: sized(c, p).sum(1, keepdim=True) + p,
    lambda c, p: p - sized(c, p).sum(1, keepdim=True),
    lambda c, p: torch.cat([sized(c, p), sized(c, p).mean(1, keepdim=True) + p], 1),
    lambda c, p: torch.cat([sized(c, p), p - sized(c, p).mean(1, keepdim=True)], 1),
)
key.wrong(
    "one_missing",
    "One of the two is missing, or is there twice.",
    "D judges whether the two belong together: it has to see both.",
    lambda c, p: p,
    lambda c, p: sized(c, p),
    lambda c, p: torch.cat([p, p], 1),
    lambda c, p: torch.cat([sized(c, p)] * 2, 1),
    lambda c, p: torch.cat([torch.zeros_like(sized(c, p)), p], 1),
)
key.wrong(
    "one_condition_for_all",
    "All pictures of a batch get the same condition, or another picture's.",
    "Row i of the condition belongs to picture i.",
    lambda c, p: torch.cat([sized(c[:1].expand_as(c), p), p], 1),
    lambda c, p: torch.cat([sized(c.mean(0, keepdim=True).expand_as(c), p), p], 1),
    lambda c, p: torch.cat([sized(c.flip(0), p), p], 1),
    lambda c, p: torch.cat([sized(c.roll(1, 0), p), p], 1),
)
key.wrong(
    "stacked",
    "The result has one dimension more than asked for.",
    "Channels already have a dimension: torch.cat joins along it, torch.stack makes a new one.",
    lambda c, p: torch.stack([sized(c, p).mean(1, keepdim=True).expand_as(p), p], 1),
    lambda c, p: torch.stack([sized(c, p), p], 1),
)
key.wrong(
    "pixels_reordered",
    "Numbers end up in other places than they had in the pictures.",
    "reshape and view keep the order of memory, not that of rows and columns. torch.cat needs neither.",
    lambda c, p: torch.cat([sized(c, p), p], 1).transpose(2, 3),
    lambda c, p: torch.cat([sized(c, p).flip(2), p], 1),
)
key.also(
    DETACHED,
    laid(order=lambda c, p: [c.detach(), p]),
    laid(order=lambda c, p: [c, p.detach()]),
    laid(order=lambda c, p: [c.detach(), p.detach()]),
)
