"""Real samples, whatever the student has at hand."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import torch
from torch import Tensor

from gan_course.data import GaussianMixture, NoisyCurve, TensorData
from gan_course.errors import DataError, SetupError

_OWN = (TensorData, GaussianMixture, NoisyCurve)  # known to be sane: nothing to check at each batch
Source = Callable[[int, torch.Generator | None], tuple[Tensor, Tensor | None]]


def source_of(data: Any, device: torch.device, labels: bool = False) -> Source:
    """Return one function that draws n real samples, on the device, from any kind of data.

    Args:
        data: A toy distribution (``.sample(n, generator)``), a ``TensorData``, a tensor or array of shape
            (N, ...), or a function from n to samples; arrays and other number types become float32 tensors.
        device: Where the samples are wanted; data with a ``.to`` is moved there once.
        labels: Draw labels too.

    Returns:
        A function from n and a random generator to samples and labels (or None).

    Raises:
        SetupError: If this is not data, or has no labels though they are asked for.
        DataError: If examples hold NaN or infinity, here or when a function returns them.
    """
    if isinstance(data, np.ndarray):
        data = torch.as_tensor(data)
    if isinstance(data, Tensor):
        data = TensorData(data.float())
    if isinstance(data, TensorData):
        _all_finite(data)
    if hasattr(data, "to"):
        data = data.to(device)
    if labels:
        if not hasattr(data, "labelled_batch") or getattr(data, "y", None) is None:
            raise SetupError("labels=True needs data with labels: give a TensorData made with y.")
        draw_labelled: Source = data.labelled_batch
        return draw_labelled
    if isinstance(data, _OWN):
        return lambda n, generator: (data.sample(n, generator), None)
    if hasattr(data, "sample"):
        return lambda n, generator: (_checked(data.sample(n, generator), n).to(device), None)
    if callable(data):
        return lambda n, generator: (_checked(data(n), n).to(device), None)
    raise SetupError(
        f"data is {type(data).__name__}: give a data set of gan_course.data, a tensor of shape (N, ...), "
        "or a function from n to samples."
    )


def _all_finite(data: TensorData) -> None:
    """See that no example holds NaN or infinity, which would end in every weight."""
    bad = ~torch.isfinite(data.x.flatten(1)).all(dim=1) if data.x.ndim > 1 else ~torch.isfinite(data.x)
    if bool(bad.any()):
        first = int(bad.nonzero()[0])
        raise DataError(
            f"the data hold NaN or infinity in {int(bad.sum()):,} of {len(data):,} examples (the first is "
            f"number {first}): leave them out, data.where(data.x.flatten(1).isfinite().all(dim=1))."
        )


def _checked(given: Any, n: int) -> Tensor:
    """Turn what a function returned for n samples into a float32 tensor of n finite rows."""
    samples: Tensor = torch.as_tensor(given) if isinstance(given, np.ndarray) else given
    if not isinstance(samples, Tensor):
        raise DataError(
            f"the data's function returned {type(samples).__name__} for n={n}: return a tensor of shape "
            f"({n}, ...)."
        )
    if samples.ndim < 1 or len(samples) != n:
        raise DataError(
            f"the data's function returned shape {tuple(samples.shape)} for n={n}: return n samples, "
            f"shape ({n}, ...)."
        )
    samples = samples.float()  # networks are float32; NumPy makes float64, pictures are often uint8
    # One sum tells of a NaN anywhere; asking a GPU for it would make it wait at every batch.
    if samples.device.type == "cpu" and not math.isfinite(float(samples.sum())) and _bad_rows(samples):
        raise DataError(
            f"the data's function returned NaN or infinity in {_bad_rows(samples)} of {n} samples: look at "
            "where it reads or computes them; no learning rate helps."
        )
    return samples


def _bad_rows(samples: Tensor) -> int:
    return int((~torch.isfinite(samples.reshape(len(samples), -1)).all(dim=1)).sum())
