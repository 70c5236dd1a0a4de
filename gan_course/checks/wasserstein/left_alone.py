"""What an answer must leave as it was: the tensors it is given, and the networks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor, nn

from gan_course.checks.framework import Report
from gan_course.checks.stand_ins import trainable


def unchanged(report: Report, answer: Callable[..., Any], *given: Any) -> None:
    """Print a line only where the answer changes one of the tensors it is given.

    Args:
        report: Where the line goes.
        answer: The student's function.
        *given: What it is called with; tensors are copied first.
    """
    copies = [g.clone() if isinstance(g, Tensor) else g for g in given]
    report.call(answer, *copies)
    pairs = zip(given, copies, strict=True)
    if not all(torch.equal(a, b) for a, b in pairs if isinstance(a, Tensor)):
        report.failed(
            "the tensors you were given are not what they were",
            "Whoever calls the function still needs them. Methods that end in _ and +=, *= work in place.",
        )


def ready(report: Report, *networks: nn.Module) -> None:
    """Print a line only where a network was left frozen or in evaluation mode."""
    if not all(trainable(network) for network in networks):
        report.failed(
            "a network was left frozen",
            "Frozen parameters learn nothing in the next step. Switch requires_grad on again.",
        )
    if not all(network.training for network in networks):
        report.failed(
            "a network was left in evaluation mode",
            "eval() switches layers such as dropout for good, until train() switches them back.",
        )


def unwrapped(x: Tensor) -> Tensor:
    """Return the numbers inside torch.func's wrappers, which may not leave the function they belong to."""
    functorch = torch._C._functorch
    while functorch.is_functorch_wrapped_tensor(x):
        x = functorch.get_unwrapped(x)
    return x
