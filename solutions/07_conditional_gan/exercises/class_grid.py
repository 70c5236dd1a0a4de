"""Key of the grid by class."""

from collections.abc import Callable

import torch
from torch import nn

from gan_grading.keys.key import Key

Grid = Callable[[nn.Module, torch.Tensor, int], torch.Tensor]


@torch.no_grad()
def grid(g: nn.Module, z: torch.Tensor, classes: int) -> torch.Tensor:
    images: torch.Tensor = g(z.repeat(classes, 1), torch.arange(classes).repeat_interleave(len(z)))
    return images


def of(make: Callable[[torch.Tensor, int], tuple[torch.Tensor, torch.Tensor]]) -> Grid:
    """The images of other pairs of noise and labels."""
    return lambda g, z, n: g(*make(z, n)).detach()


def labelled(labels: Callable[[int], torch.Tensor]) -> Grid:
    """Rows of other classes."""
    return of(lambda z, n: (z.repeat(len(labels(n)), 1), labels(n).repeat_interleave(len(z))))


def slow(z: torch.Tensor, n: int) -> torch.Tensor:
    return torch.arange(n).repeat_interleave(len(z))


def table(g: nn.Module, z: torch.Tensor, n: int) -> torch.Tensor:
    """The right images, a row of the table for each class."""
    images = grid(g, z, n)
    return images.reshape(n, len(z), *images.shape[1:])


key = Key("class_grid", right=grid)
key.wrong(
    "rows_and_columns_exchanged",
    "Your grid is turned: each z fills a row, and the class changes along it.",
    "The images come row by row, and a row is one class. Write down labels and z of the first len(z) images.",
    of(lambda z, n: (z.repeat_interleave(n, 0), torch.arange(n).repeat(len(z)))),
)
key.wrong(
    "both_repeated_alike",
    "Labels and z were repeated in the same manner, so not every class meets every z.",
    "One of the two changes fast along the list, the other slowly. Two repeated alike stay in step.",
    of(lambda z, n: (z.repeat(n, 1), torch.arange(n).repeat(len(z)))),
    of(lambda z, n: (z.repeat_interleave(n, 0), slow(z, n))),
)
key.wrong(
    "one_z",
    "A row shows the same z over and over.",
    "len(z) different columns: all variety within a row comes from z.",
    of(lambda z, n: (z[:1].expand(n * len(z), -1), slow(z, n))),
    of(lambda z, n: (z.mean(0).expand(n * len(z), -1), slow(z, n))),
    of(lambda z, n: (torch.zeros(n * len(z), z.shape[1]), slow(z, n))),
    of(lambda z, n: (z[:1].expand(n, -1), torch.arange(n))),
)
key.wrong(
    "wrong_classes",
    "The rows are not the classes 0 to classes − 1, in this order.",
    "One row for each class, from 0 on, `classes` of them.",
    labelled(lambda n: torch.arange(1, n)),
    labelled(lambda n: torch.arange(n - 1)),
    labelled(lambda n: torch.arange(n).flip(0)),
    labelled(lambda n: torch.arange(10)),
    labelled(lambda n: torch.zeros(n, dtype=torch.long)),
    labelled(lambda n: torch.arange(1, n + 1)),
    labelled(lambda n: torch.tensor([n - 1])),
    labelled(lambda n: torch.tensor([0])),
)
key.wrong(
    "wrong_shape",
    "The grid has not the shape (classes · len(z), …).",
    "One long batch, row after row: what G returned for all pairs of class and z.",
    table,
    lambda g, z, n: grid(g, z, n).reshape(-1),
    lambda g, z, n: grid(g, z, n).reshape(n, -1),
    lambda g, z, n: table(g, z, n).transpose(0, 1),
    lambda g, z, n: grid(g, z, n).flatten(1),
)
