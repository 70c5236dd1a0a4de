"""Real samples, whatever the student has at hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor

from gan_course.data.tensors import TensorData
from gan_course.errors import SetupError

Source = Callable[[int, torch.Generator | None], tuple[Tensor, Tensor | None]]


def source_of(data: Any, device: torch.device, labels: bool = False) -> Source:
    """Return one function that draws n real samples, on the device, from any kind of data.

    Args:
        data: A toy distribution (``.sample(n, generator)``), a ``TensorData``, a tensor of shape (N, ...),
            or a function from n to samples.
        device: Where the samples are wanted; data with a ``.to`` is moved there once.
        labels: Draw labels too.

    Returns:
        A function from n and a random generator to samples and labels (or None).

    Raises:
        SetupError: If this is not data, or has no labels though they are asked for.
    """
    if isinstance(data, Tensor):
        data = TensorData(data.float())
    if hasattr(data, "to"):
        data = data.to(device)
    if labels:
        if not hasattr(data, "labelled_batch") or getattr(data, "y", None) is None:
            raise SetupError("labels=True needs data with labels: give a TensorData made with y.")
        draw_labelled: Source = data.labelled_batch
        return draw_labelled
    if hasattr(data, "sample"):
        return lambda n, generator: (data.sample(n, generator), None)
    if callable(data):
        return lambda n, generator: (data(n).to(device), None)
    raise SetupError(
        f"data is {type(data).__name__}: give a data set of gan_course.data, a tensor of shape (N, ...), "
        "or a function from n to samples."
    )
