"""Key of filling a hole and leaving the rest alone (Pathak et al. 2016, https://arxiv.org/abs/1604.07379)."""

import torch

from gan_course.exercises.values import DETACHED
from gan_grading.keys import Key

from ._shared import pictures


def right(picture, drawn, hole):
    return torch.where(hole, drawn, picture)


def case(on, rows="N", channels=1, height=3, width=4, holes=None, **sizes):
    shape = (rows, channels, height, width)
    # So many pixels outside of the hole that none of it is mistaken for all.
    hole = {
        "draw": "labels",
        "shape": [holes or rows, 1, height, width],
        "share": 0.4,
        "dtype": "bool",
    }
    given = [pictures(*shape), pictures(*shape, shift=3.0), hole]
    return {"on": on, "given": given, "sizes": sizes, "slopes": [1], "rows": 4}


# NaN equals nothing, itself included, so that nobody could tell whether it was left alone: infinity stands for both.
INFINITE = {"times": 1e10}
key = Key(
    "values",
    right=right,
    names=["picture", "drawn", "hole"],
    returns="tensor",
    parts=[
        {
            "criterion": "drawn inside, given outside",
            "cases": [
                {
                    "on": "a row (1, 2, 3), drawn (7, 8, 9), a hole in the middle",
                    "given": [
                        {"is": [[[[1.0, 2.0, 3.0]]]]},
                        {"is": [[[[7.0, 8.0, 9.0]]]]},
                        {"is": [[[[0, 1, 0]]]], "dtype": "bool"},
                    ],
                    "slopes": [1],
                    "rows": 4,
                },
                case("holes of their own", N=[3, 5]),
                case("one hole for all", holes=1, N=[2, 4]),
                case("several channels", channels=3, N=2),
                case("one upright picture", height=5, width=2, N=1),
                case("as many pictures as rows", height=3, width=3, N=3),
            ],
        },
        {
            "criterion": "nowhere and everywhere",
            "cases": [
                {
                    "on": f"a hole {where}",
                    "given": [
                        pictures(2, 1, 2, 3),
                        pictures(2, 1, 2, 3, shift=3.0),
                        {"is": [[[[value] * 3] * 2]] * 2, "dtype": "bool"},
                    ],
                    "slopes": [1],
                    "rows": 4,
                }
                for where, value in (("nowhere", 0), ("everywhere", 1))
            ],
            "goes_on": True,
        },
        {
            "criterion": "whatever lies where nobody looks",
            "cases": [
                {
                    "on": "infinity in the hole of the picture",
                    "given": [
                        {"is": [[[[0.0, 1e38, 0.0]]]], **INFINITE},
                        {"is": [[[[7.0, 8.0, 9.0]]]]},
                        {"is": [[[[0, 1, 0]]]], "dtype": "bool"},
                    ],
                    "slopes": [1],
                    "rows": 4,
                },
                {
                    "on": "infinity outside of the hole of what was drawn",
                    "given": [
                        {"is": [[[[1.0, 2.0, 3.0]]]]},
                        {"is": [[[[1e38, 0.0, 1e38]]]], **INFINITE},
                        {"is": [[[[0, 1, 0]]]], "dtype": "bool"},
                    ],
                },
            ],
            "otherwise": "multiplied",
            "goes_on": True,
        },
    ],
)
key.wrong(
    "inside_out",
    "Drawn and given pixels have changed places.",
    "`hole` is True where the picture is missing: there the drawn pixels belong.",
    lambda p, d, h: torch.where(h, p, d),
)
key.wrong(
    "nothing_kept",
    "You return what was drawn, known pixels included.",
    "Outside of the hole every pixel is known: it has to come back to the last bit.",
    lambda p, d, h: d,
)
key.wrong(
    "hole_left",
    "The hole is not filled with what was drawn.",
    "Inside the hole the drawn pixels stand, as they are.",
    lambda p, d, h: p,
    lambda p, d, h: p.masked_fill(h, 0.0),
    lambda p, d, h: d.masked_fill(~h, 0.0),
    lambda p, d, h: torch.where(h, d.mean(), p),
    lambda p, d, h: torch.where(h, p.mean(), p),
    lambda p, d, h: torch.where(h, 0.5 * (p + d), p),
)
key.wrong(
    "added",
    "Where one of the two belongs, both are added up or mixed.",
    "Every pixel comes from one of the two pictures alone.",
    lambda p, d, h: p + d * h,
    lambda p, d, h: p * ~h + d,
    lambda p, d, h: p + d,
    lambda p, d, h: (p + d) / 2,
)
key.wrong(
    "one_hole_for_all",
    "All pictures get the first one's hole, or the holes are in another order.",
    "Row i of `hole` belongs to picture i; where it has one row alone, that row is for all.",
    lambda p, d, h: torch.where(h[:1], d, p),
    lambda p, d, h: torch.where(h.any(0, keepdim=True), d, p),
    lambda p, d, h: torch.where(h.flip(0), d, p),
    lambda p, d, h: torch.where(h[-1:], d, p),
)
key.wrong(
    "clamped",
    "Something cuts or bends the values.",
    "Pixels are only chosen here: cutting them to 0 to 1 is the caller's business.",
    lambda p, d, h: right(p, d, h).clamp(0, 1),
    lambda p, d, h: right(p, d, h).clamp(-1, 1),
    lambda p, d, h: right(p, d.sigmoid(), h),
    lambda p, d, h: right(p, d.tanh(), h),
    lambda p, d, h: right(p, d.clamp(0, 1), h),
)
key.wrong(
    "flattened",
    "The result has another shape than the pictures.",
    "A mask in brackets picks out a row of numbers; the pictures' shape is lost.",
    lambda p, d, h: d[h.expand_as(d)],
    lambda p, d, h: right(p, d, h).flatten(1),
    lambda p, d, h: right(p, d, h)[:, 0],
    share=1.0,
)
key.wrong(
    "multiplied",
    "What lies under the mask gets through: NaN or infinity in the hole of the picture, or outside of it in what was drawn.",
    "0 times NaN, or times infinity, is NaN. torch.where chooses, and multiplies nothing.",
    lambda p, d, h: p * ~h + d * h,
    lambda p, d, h: p + h * (d - p),
    lambda p, d, h: torch.lerp(p, d, h.float()),
    share=0.5,
)
key.also(
    DETACHED,
    lambda p, d, h: right(p, d.detach(), h),
    lambda p, d, h: right(p, d, h).detach(),
)
