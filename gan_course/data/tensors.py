"""A data set held in one tensor: batches are rows picked by index, with no work per example.

Picking rows of one tensor costs about a hundredth of a per-example transform pipeline, which is why
nothing here is a ``torch.utils.data.Dataset``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import torch
from torch import Tensor

from gan_course.errors import ShapeError

if TYPE_CHECKING:
    from matplotlib.axes import Axes


class TensorData:
    """Examples ``x`` with optional labels ``y``, on one device.

    Attributes:
        x: Examples, shape (N, ...), float32.
        y: Labels, shape (N,), int64; or None.
        name: The word used in pictures and descriptions.
        classes: The name of each label.
        range: Lowest and highest value a pixel can take; None where that means nothing.
    """

    def __init__(
        self,
        x: Tensor,
        y: Tensor | None = None,
        *,
        name: str = "data",
        classes: Sequence[str] = (),
        range: tuple[float, float] | None = None,
        about: str = "",
    ) -> None:
        """Keep the tensors after checking that they belong together.

        Args:
            x: Examples, shape (N, ...), N at least 1; arrays and other number types become float32.
            y: Labels, shape (N,).
            name: The word used in pictures and descriptions.
            classes: The name of each label; "0", "1", ... if left out.
            range: Lowest and highest value of a pixel.
            about: An extra clause for ``describe``.

        Raises:
            ShapeError: If there are no examples, or not one label per example.
        """
        x = torch.as_tensor(x)
        if x.dtype != torch.float32:  # NumPy makes float64, pictures are often uint8; networks are float32
            x = x.float()
        if x.ndim < 1 or len(x) == 0:
            raise ShapeError(f"x has shape {tuple(x.shape)}: a data set needs at least one example.")
        y = None if y is None else torch.as_tensor(y)
        if y is not None and y.shape != x.shape[:1]:
            raise ShapeError(
                f"y has shape {tuple(y.shape)}: {len(x)} examples need labels of shape ({len(x)},)."
            )
        self.x = x
        self.y = y
        self.name = name
        self.classes = tuple(classes) or (
            () if y is None else tuple(str(c) for c in torch.unique(y).tolist())
        )
        self.range = range
        self._about = about

    def __len__(self) -> int:
        return len(self.x)

    @property
    def device(self) -> torch.device:
        """Where the tensors live."""
        return self.x.device

    @property
    def shape(self) -> torch.Size:
        """Shape of one example."""
        return self.x.shape[1:]

    def to(self, device: str | torch.device) -> TensorData:
        """Return the same data on another device."""
        return self._with(self.x.to(device), None if self.y is None else self.y.to(device))

    def flat(self) -> TensorData:
        """Return the same data with each example as one row, shape (N, d)."""
        return self._with(self.x.flatten(1), self.y)

    def where(self, keep: Tensor) -> TensorData:
        """Return the examples picked by a boolean mask or by indices."""
        return self._with(self.x[keep], None if self.y is None else self.y[keep])

    def split(self, share: float = 0.8, seed: int = 0) -> tuple[TensorData, TensorData]:
        """Shuffle and cut into two parts.

        Args:
            share: Share of the examples in the first part, between 0 and 1.
            seed: Seed of the shuffle.

        Returns:
            The first and the second part.
        """
        cut = round(share * len(self))
        if not 0 < cut < len(self):
            raise ValueError(
                f"share={share} of {len(self)} examples leaves a part empty: choose another share."
            )
        order = torch.randperm(len(self), generator=torch.Generator().manual_seed(seed)).to(self.device)
        return self.where(order[:cut]), self.where(order[cut:])

    def batch(self, n: int, generator: torch.Generator | None = None) -> Tensor:
        """Draw n examples at random, with replacement, shape (n, ...).

        Args:
            n: How many.
            generator: Where the randomness comes from; torch's global one if left out.
        """
        return self.x[torch.randint(len(self.x), (n,), generator=generator, device=self.x.device)]

    def labelled_batch(self, n: int, generator: torch.Generator | None = None) -> tuple[Tensor, Tensor]:
        """Draw n examples with their labels, shapes (n, ...) and (n,).

        Raises:
            ShapeError: If the data has no labels.
        """
        if self.y is None:
            raise ShapeError(
                f"{self.name} has no labels: use batch(n), or give y when you make the data set."
            )
        which = torch.randint(len(self.x), (n,), generator=generator, device=self.x.device)
        return self.x[which], self.y[which]

    def sample(self, n: int, generator: torch.Generator | None = None) -> Tensor:
        """Draw n examples, under the name the toy distributions use."""
        return self.batch(n, generator)

    def describe(self) -> str:
        """Say in one line what this is."""
        shape = "x".join(str(s) for s in self.shape) or "1"
        parts = [f"{self.name}: {len(self):,} examples of shape {shape}"]
        if self.classes:
            parts.append(f"{len(self.classes)} classes")
        if self.range:
            parts.append(f"values from {self.range[0]:g} to {self.range[1]:g}")
        return ", ".join([*parts, self._about] if self._about else parts)

    def plot(self, ax: Axes | None = None, n: int = 40) -> Axes:
        """Draw the first n pictures, or all points where an example has two numbers."""
        from gan_course import plots

        if tuple(self.shape) == (2,):
            return plots.samples(self.x[:2000], ax=ax, title=self.name, labels=["data"])
        return plots.images(self.x[:n], value_range=self.range, ax=ax, title=self.name)

    def _with(self, x: Tensor, y: Tensor | None) -> TensorData:
        return TensorData(x, y, name=self.name, classes=self.classes, range=self.range, about=self._about)

    def __repr__(self) -> str:
        return f"<{self.describe()}>"
