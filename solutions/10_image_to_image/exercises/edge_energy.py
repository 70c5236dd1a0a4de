"""Key of the edge energy: the mean difference of neighbouring pixels, across and down."""

import torch
import torch.nn.functional as F

from gan_grading.keys import Key

from ._shared import grey


def steps(x):
    """Differences of neighbours, across and down."""
    return x[..., 1:] - x[..., :-1], x[..., 1:, :] - x[..., :-1, :]


def mean(d):
    return d.flatten(1).mean(1)


def both(price=torch.abs, reduce=mean, by=(1.0, 1.0)):
    """The energy with another price of a step, another reduction or other weights."""

    def energy(x):
        across, down = (reduce(price(d)) for d in steps(x))
        return by[0] * across + by[1] * down

    return energy


right = both()


def padded(x):
    """Differences with a border, so that both have the picture's size."""
    return F.pad(x, (0, 1)).diff(dim=3), F.pad(x, (0, 0, 0, 1)).diff(dim=2)


def case(on, height=4, width=6, **sizes):
    return {"on": on, "given": [grey("N", 1, height, width)], "sizes": sizes}


key = Key(
    "values",
    right=right,
    names=["x"],
    returns="tensor",
    parts=[
        {
            "criterion": "a number for each picture",
            "cases": [
                {
                    "on": "rows (0, 1, 1) and (0, 1, 1)",
                    "given": [{"is": [[[[0.0, 1.0, 1.0], [0.0, 1.0, 1.0]]]]}],
                },
                case("wide pictures", 3, 7, N=[3, 5]),
                case("one upright picture", 6, 2, N=1),
                case("square pictures of 2×2", 2, 2, N=2),
                case("as many pictures as rows", 4, 4, N=4),
                case("many pictures", 3, 4, N={"hidden": 50, "public": 8}),
            ],
        }
    ],
)
key.wrong(
    "one_direction",
    "Only one direction counts.",
    "Neighbours stand side by side and one above the other: an upright stroke shows only across, a level one only down.",
    both(by=(1.0, 0.0)),
    both(by=(0.0, 1.0)),
    both(by=(2.0, 0.0)),
    both(by=(0.0, 2.0)),
)
key.wrong(
    "sign_kept",
    "Steps up and steps down cancel each other.",
    "An edge is an edge whether it gets brighter or darker: |·| before the mean.",
    both(lambda d: d),
    both(lambda d: d, lambda d: mean(d).abs()),
)
key.wrong(
    "squared",
    "The differences are squared, or a root is taken of them.",
    "E adds up |·|. Squares would make one hard edge count more than two soft ones.",
    both(torch.square),
    both(torch.square, lambda d: mean(d).sqrt()),
    lambda x: (sum(mean(d.square()) for d in steps(x))).sqrt(),
    lambda x: mean((steps(x)[0][..., 1:, :].square() + steps(x)[1][..., 1:].square()).sqrt()),
    lambda x: mean((steps(x)[0][..., :-1, :].square() + steps(x)[1][..., :-1].square()).sqrt()),
)
key.wrong(
    "averaged_directions",
    "You take the mean of both directions, or of all pairs together.",
    "Each direction has a mean of its own, and the two are added.",
    both(by=(0.5, 0.5)),
    lambda x: mean(torch.cat([d.abs().flatten(1) for d in steps(x)], 1)),
    lambda x: 2 * mean(torch.cat([d.abs().flatten(1) for d in steps(x)], 1)),
    lambda x: torch.maximum(*(mean(d.abs()) for d in steps(x))),
)
key.wrong(
    "summed",
    "The differences are added up, or divided by another number than that of the pairs.",
    "A picture of W columns has W − 1 pairs in each row. The mean of the differences divides by the right number by itself.",
    both(reduce=lambda d: d.flatten(1).sum(1)),
    lambda x: both(reduce=lambda d: d.flatten(1).sum(1))(x) / x[0].numel(),
    lambda x: both(reduce=lambda d: d.flatten(1).sum(1))(x) / (x.shape[2] - 1) / (x.shape[3] - 1),
    lambda x: sum(mean(d.abs()) for d in padded(x)),
    lambda x: both(reduce=lambda d: d.flatten(1).sum(1) / d.shape[-1])(x),
    lambda x: both(reduce=lambda d: d.flatten(1).sum(1) / d.shape[-2])(x),
)
key.wrong(
    "one_for_all",
    "Your result is one number for the whole batch.",
    "Every picture is as sharp as it is: N pictures have N numbers.",
    lambda x: right(x).mean(),
    lambda x: right(x).mean().expand(len(x)),
    lambda x: right(x).mean(0, keepdim=True),
    lambda x: right(x).sum(),
)
key.wrong(
    "wrapped",
    "The last pixel of a row or column is compared with the first.",
    "roll brings what leaves on one side back on the other. The rim has no neighbour beyond it.",
    lambda x: sum(mean((x.roll(1, dim) - x).abs()) for dim in (2, 3)),
    lambda x: mean((x.roll(1, 3) - x).abs()) + mean(steps(x)[1].abs()),
)
key.wrong(
    "wrong_dimension",
    "Differences run over other dimensions than rows and columns.",
    "Shape (N, 1, H, W): dimension 0 are the pictures, 1 the channel.",
    lambda x: 2 * mean(steps(x)[0].abs()),
    lambda x: mean(x.flatten(1).diff(dim=1).abs()),
    lambda x: 2 * mean(x.flatten(1).diff(dim=1).abs()),
    lambda x: both(reduce=lambda d: d.abs().mean(0).sum().expand(len(x)))(x),
    lambda x: both(reduce=lambda d: d.flatten(1).median(1).values)(x),
    lambda x: both(reduce=lambda d: d.flatten(1).amax(1))(x),
)
key.wrong(
    "two_apart",
    "You compare pixels that are two apart.",
    "Neighbours are one pixel apart: x[..., 1:] and x[..., :-1].",
    lambda x: sum(
        mean((x.narrow(dim, 2, x.shape[dim] - 2) - x.narrow(dim, 0, x.shape[dim] - 2)).abs())
        if x.shape[dim] > 2
        else mean(x.diff(dim=dim).abs())
        for dim in (2, 3)
    ),
    lambda x: sum(mean(d.abs()) for d in torch.gradient(x, dim=(2, 3))),
)
key.wrong(
    "extra_dimensions",
    "Your numbers are right, but not in shape (N,).",
    "Reduce over everything but the first dimension, and keep none of the others.",
    lambda x: right(x)[:, None],
    lambda x: right(x)[:, None, None, None],
    share=0.5,
)
