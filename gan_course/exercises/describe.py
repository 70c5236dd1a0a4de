"""Values in a few words: what a function was given, what it returned."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import torch
from torch import Tensor, nn


def kind(value: object) -> str:
    """Name the type of a value as a reader would: "numpy.float32", "float", "tensor"."""
    if isinstance(value, Tensor):
        return "tensor"
    cls = type(value)
    return cls.__name__ if cls.__module__ == "builtins" else f"{cls.__module__.split('.')[0]}.{cls.__name__}"


def shape(value: Tensor) -> str:
    """Write a tensor's shape as mathematics does: "(7, 1)"."""
    sizes = ", ".join(str(size) for size in value.shape)
    return f"({sizes},)" if value.dim() == 1 else f"({sizes})"


def number(value: float | Tensor, digits: int = 4) -> str:
    """Write a number as mathematics does, with a real minus sign: "−1.3863"."""
    return f"{value.item() if isinstance(value, Tensor) else value:.{digits}f}".replace("-", "−")


def describe(value: object) -> str:
    """Describe a value in a few words.

    Args:
        value: Anything a check passes in or gets back.

    Returns:
        For a tensor its shape and dtype, for a network or optimiser its class, for a number the number.
    """
    if isinstance(value, Tensor):
        return f"tensor {shape(value)} {str(value.dtype).removeprefix('torch.')}"
    if isinstance(value, nn.Module):
        return f"a network ({type(value).__name__})"
    if isinstance(value, torch.optim.Optimizer):
        return f"an optimiser ({type(value).__name__})"
    if value is None or isinstance(value, bool | int | float | str):
        return repr(value)
    if callable(value):
        return "a function"
    if isinstance(value, Mapping | Sequence):
        return f"{kind(value)} of {len(value)}"
    return kind(value)


def describe_call(function: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> str:
    """Describe what a function was given, by the names it gives its arguments.

    Args:
        function: The student's function.
        args: Positional arguments of the call.
        kwargs: Keyword arguments of the call.

    Returns:
        "fake_logits = tensor (5, 1) float32, n = 5"; without names where the signature does not fit.
    """
    try:
        signature = inspect.signature(function.forward if isinstance(function, nn.Module) else function)
        given = dict(signature.bind(*args, **kwargs).arguments)
    except (TypeError, ValueError):
        given = {f"argument {i + 1}": value for i, value in enumerate(args)} | kwargs
    return ", ".join(f"{name} = {describe(value)}" for name, value in given.items())
