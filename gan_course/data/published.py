"""MNIST and Fashion-MNIST: 70,000 grey pictures of 28x28 pixels in ten classes each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import torch
from torch import Tensor

from gan_course.data.download import RemoteFile, fetch, verify
from gan_course.data.idx import read_idx
from gan_course.data.scikit_digits import rescale, resize
from gan_course.data.tensors import TensorData
from gan_course.errors import DataError, unknown_name

Split = Literal["train", "test", "all"]


@dataclass(frozen=True)
class Published:
    """Where a data set lies and how its files are recognised.

    Attributes:
        name: The word used in pictures, descriptions and the cache.
        mirrors: Addresses of folders that hold the files.
        sha256: Checksums by file name.
        classes: The name of each label.
    """

    name: str
    mirrors: tuple[str, ...]
    sha256: dict[str, str]
    classes: tuple[str, ...]


MNIST = Published(
    "mnist",
    (
        "https://ossci-datasets.s3.amazonaws.com/mnist/",
        "https://storage.googleapis.com/cvdf-datasets/mnist/",
        "http://yann.lecun.com/exdb/mnist/",
    ),
    {
        "train-images-idx3-ubyte.gz": "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609",
        "train-labels-idx1-ubyte.gz": "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c",
        "t10k-images-idx3-ubyte.gz": "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6",
        "t10k-labels-idx1-ubyte.gz": "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6",
    },
    tuple(str(d) for d in range(10)),
)

FASHION_MNIST = Published(
    "fashion-mnist",
    (
        "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/",
        "https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion/",
        "https://storage.googleapis.com/tensorflow/tf-keras-datasets/",
    ),
    {
        "train-images-idx3-ubyte.gz": "3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84",
        "train-labels-idx1-ubyte.gz": "a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845",
        "t10k-images-idx3-ubyte.gz": "346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073",
        "t10k-labels-idx1-ubyte.gz": "67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5",
    },
    ("T-shirt", "trousers", "pullover", "dress", "coat", "sandal", "shirt", "sneaker", "bag", "boot"),
)

_PREFIXES: dict[str, tuple[str, ...]] = {"train": ("train",), "test": ("t10k",), "all": ("train", "t10k")}


def mnist(
    split: Split = "train",
    *,
    size: int = 28,
    flat: bool = False,
    value_range: tuple[float, float] = (-1.0, 1.0),
    device: str | torch.device = "cpu",
    folder: str | Path | None = None,
    mirrors: Sequence[str] | None = None,
    progress: bool | None = None,
) -> TensorData:
    """Load MNIST's handwritten digits (LeCun, Cortes & Burges, 1998).

    Args:
        split: ``"train"`` (60,000), ``"test"`` (10,000) or ``"all"``.
        size: Pixels along a side; other sizes than 28 are interpolated.
        flat: Give rows of size² numbers, shape (N, size²), instead of pictures (N, 1, size, size).
        value_range: Values of black and white.
        device: Where the tensors live.
        folder: Read the published ``.gz`` files from here, and never go online.
        mirrors: Addresses to download from instead of the public ones.
        progress: Show a bar while downloading.

    Returns:
        The data with labels 0 to 9. Downloads are kept in the folder named by GAN_COURSE_DATA, else in
        the user's cache.

    Raises:
        UnknownNameError: If there is no such split.
        DownloadError: If no mirror delivers, or ``folder`` lacks a file.
        ChecksumError: If a file in ``folder`` is not the published one.
    """
    x, y = _read(MNIST, split, folder, mirrors, progress)
    return _tensors(MNIST, x, y, size, flat, value_range, device)


def fashion_mnist(
    split: Split = "train",
    *,
    size: int = 28,
    flat: bool = False,
    value_range: tuple[float, float] = (-1.0, 1.0),
    device: str | torch.device = "cpu",
    folder: str | Path | None = None,
    mirrors: Sequence[str] | None = None,
    progress: bool | None = None,
) -> TensorData:
    """Load Fashion-MNIST's pictures of clothes (Xiao, Rasul & Vollgraf, 2017).

    The arguments, the result and the errors are those of ``mnist``.
    """
    x, y = _read(FASHION_MNIST, split, folder, mirrors, progress)
    return _tensors(FASHION_MNIST, x, y, size, flat, value_range, device)


def _read(
    published: Published,
    split: str,
    folder: str | Path | None,
    mirrors: Sequence[str] | None,
    progress: bool | None,
) -> tuple[Tensor, Tensor]:
    """Return all pictures of a split, uint8 of shape (N, 28, 28), and their labels, int64 (N,)."""
    if split not in _PREFIXES:
        raise unknown_name("split", split, _PREFIXES)
    pictures, labels = [], []
    for prefix in _PREFIXES[split]:
        x, y = (
            read_idx(_locate(published, f"{prefix}-{kind}-ubyte.gz", folder, mirrors, progress))
            for kind in ("images-idx3", "labels-idx1")
        )
        if x.ndim != 3 or y.shape != x.shape[:1]:
            raise DataError(f"the {split} pictures and labels of {published.name} do not belong together.")
        pictures.append(x)
        labels.append(y.long())
    return torch.cat(pictures), torch.cat(labels)


def _locate(
    published: Published,
    name: str,
    folder: str | Path | None,
    mirrors: Sequence[str] | None,
    progress: bool | None,
) -> Path:
    from gan_course.data import download

    file = RemoteFile(name, published.sha256[name])
    if folder is not None:
        return verify(Path(folder) / name, file.sha256)
    home = download.cache_folder() / published.name  # the two data sets share file names
    return fetch(file, published.mirrors if mirrors is None else mirrors, home, progress=progress)


def _tensors(
    published: Published,
    x: Tensor,
    y: Tensor,
    size: int,
    flat: bool,
    value_range: tuple[float, float],
    device: str | torch.device,
) -> TensorData:
    pictures = rescale(resize(x.unsqueeze(1).float() / 255, size), value_range)
    data = TensorData(pictures, y, name=published.name, classes=published.classes, range=value_range).to(
        device
    )
    return data.flat() if flat else data
