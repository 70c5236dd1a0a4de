"""The worker's table of objects: what a reference on the wire stands for."""

from __future__ import annotations

from typing import Any

import torch

from gan_course.exercises.student.wire import Ref, WireError

MAX_OBJECTS = 5_000


class Objects:
    """Objects of the student process that the grader knows by number."""

    def __init__(self) -> None:
        self._by_number: dict[int, Any] = {}
        self._next = 1

    def keep(self, value: Any) -> Ref:
        """Store an object and return the reference that stands for it.

        Raises:
            WireError: if the table is full.
        """
        if len(self._by_number) >= MAX_OBJECTS:
            raise WireError(f"more than {MAX_OBJECTS} objects kept")
        number = self._next
        self._next += 1
        self._by_number[number] = value
        kind = type(value)
        return Ref(number, kind_of(value), f"{kind.__module__}.{kind.__qualname__}"[:200])

    def find(self, ref: Ref) -> Any:
        """Return the object a reference stands for.

        Raises:
            WireError: if there is no such object.
        """
        if ref.number not in self._by_number:
            raise WireError(f"no object number {ref.number}")
        return self._by_number[ref.number]

    def forget_all(self) -> None:
        """Drop every object, so that the next probe starts with an empty table."""
        self._by_number.clear()


def kind_of(value: Any) -> str:
    """Name the few kinds of objects a probe tells apart."""
    if isinstance(value, torch.nn.Module):
        return "module"
    if isinstance(value, torch.optim.Optimizer):
        return "optimizer"
    if isinstance(value, torch.Tensor):
        return "tensor"
    return "callable" if callable(value) else "other"
