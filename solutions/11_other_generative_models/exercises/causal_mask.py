"""Key of the mask of a masked convolution (van den Oord et al. 2016, https://arxiv.org/abs/1601.06759, section 3.4)."""

import torch

from gan_grading.keys import Key


def right(kind, height, width):
    mask = torch.zeros(height, width)
    mask[: height // 2] = 1
    mask[height // 2, : width // 2 + (kind == "B")] = 1
    return mask


def centre(value):
    """The right mask with its middle as it should not be, by kind."""

    def mask(kind, height, width):
        made = right("A", height, width)
        made[height // 2, width // 2] = float(value(kind))
        return made

    return mask


def beside(rows, middle):
    """A mask of another shape: which rows above or below, and which places of the middle row, by kind."""

    def mask(kind, height, width):
        i = torch.arange(height)[:, None] - height // 2
        j = torch.arange(width)[None] - width // 2
        own = (j < 0) | ((j == 0) if kind == "B" else (j != j))
        return (rows(i, j) | ((i == 0) & middle(i, j, own))).float()

    return mask


def side(shift=0):
    return {"size": "H", "times": 2, "shift": 1 + shift}, {"size": "W", "times": 2, "shift": 1 + shift}


def kinds(on, height, width, **sizes):
    return [
        {"on": f"type {kind}, {on}", "given": [kind, height, width], "sizes": sizes} for kind in ("A", "B")
    ]


key = Key(
    "values",
    right=right,
    names=["kind", "height", "width"],
    returns="tensor",
    parts=[
        {
            "criterion": "the mask of both types",
            "cases": [
                *kinds("3 rows and 5 columns", 3, 5),
                *kinds("upright", *side(), H=[3, 6], W=[1, 2]),
                *kinds("wide", *side(), H=[1, 2], W=[3, 6]),
                *kinds(
                    "square",
                    {"size": "H", "times": 2, "shift": 1},
                    {"size": "H", "times": 2, "shift": 1},
                    H=[2, 6],
                ),
                *kinds("a single row", 1, {"size": "W", "times": 2, "shift": 1}, W=[1, 5]),
                *kinds("a single column", {"size": "H", "times": 2, "shift": 1}, 1, H=[1, 5]),
                *kinds("a single pixel", 1, 1),
            ],
        }
    ],
)
key.wrong(
    "types_swapped",
    "The two types have changed places.",
    "In the first layer (type A) the middle of the kernel lies on the very pixel that is to be predicted.",
    centre(lambda kind: kind == "A"),
)
key.wrong(
    "sees_itself",
    "The mask of type A lets the pixel itself through: the network could read off what it has to predict.",
    "Type A is for the first layer, which looks at the picture: what lies under the middle of its kernel?",
    centre(lambda kind: 1),
)
key.wrong(
    "never_itself",
    "The mask of type B leaves its own middle out.",
    "In later layers the middle holds what earlier layers found out about earlier pixels alone: nothing forbids to use it.",
    centre(lambda kind: 0),
)
key.wrong(
    "only_left",
    "Of the rows above only a part is let through.",
    "Everything above has been drawn already, to the left and to the right.",
    beside(lambda i, j: (i < 0) & (j < 0), lambda i, j, own: own),
    beside(lambda i, j: (i < 0) & (j <= 0), lambda i, j, own: own),
    beside(lambda i, j: i == -1, lambda i, j, own: own),
    beside(lambda i, j: i != i, lambda i, j, own: own),
)
key.wrong(
    "row_missing",
    "Of the middle row nothing is let through, or the pixel itself alone.",
    "The pixels to the left in the same row have been drawn already.",
    beside(lambda i, j: i < 0, lambda i, j, own: own & (j == 0)),
    beside(lambda i, j: i < 0, lambda i, j, own: j != j),
)
key.wrong(
    "sees_the_future",
    "The mask lets pixels through that have not been drawn yet.",
    "The order is that of reading: row by row from the top, in each row from the left. What is to the right, or below, comes later.",
    beside(lambda i, j: i < 0, lambda i, j, own: own | (j > 0)),
    beside(lambda i, j: i < 0, lambda i, j, own: j == j),
    beside(lambda i, j: i <= 0, lambda i, j, own: own),
    beside(lambda i, j: i < 0, lambda i, j, own: (-j < 0) | (own & (j == 0))),
    beside(lambda i, j: i < 0, lambda i, j, own: own | (j == 1)),
    lambda kind, height, width: torch.ones(height, width),
    lambda kind, height, width: right(kind, height, width).flip(0),
    lambda kind, height, width: right(kind, height, width).flip(1),
    lambda kind, height, width: right(kind, height, width).flip(0, 1),
    lambda kind, height, width: 1 - right(kind, height, width),
    lambda kind, height, width: 1 - right("B" if kind == "A" else "A", height, width),
)
key.wrong(
    "columns_first",
    "Your order runs down the columns, not along the rows.",
    "The rows of the mask are the first dimension. Draw the kernel of the text, 3 rows and 5 columns, and compare.",
    lambda kind, height, width: right(kind, width, height).T.contiguous(),
    lambda kind, height, width: right(kind, width, height),
    lambda kind, height, width: torch.ones(height, width).tril(-1 if kind == "A" else 0),
    lambda kind, height, width: torch.ones(height, width).triu(1 if kind == "A" else 0),
)
key.wrong(
    "half_rounded",
    "The middle is found in the wrong place.",
    "A kernel with 5 rows has two above its middle. What is 5 // 2?",
    beside(lambda i, j: i < -1, lambda i, j, own: own),
    beside(lambda i, j: i < 1, lambda i, j, own: own),
    beside(lambda i, j: i < 0, lambda i, j, own: own & (j < -1)),
    beside(lambda i, j: i < 0, lambda i, j, own: j < 1),
)
key.wrong(
    "shape",
    "The mask has another shape than (height, width).",
    "A convolution's weights are (out, in, height, width): a mask of (height, width) broadcasts over the first two by itself.",
    lambda kind, height, width: right(kind, height, width)[None, None],
    lambda kind, height, width: right(kind, height, width)[None],
    lambda kind, height, width: right(kind, height, width).reshape(-1),
)
