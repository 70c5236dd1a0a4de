"""A loop around two steps: their order, what each is fed, and the history of what they returned."""

from __future__ import annotations

from typing import Any

import torch

from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Findings
from gan_course.exercises.inputs import Inputs
from gan_course.exercises.oracle import Observation
from gan_course.exercises.student.handle import NumpyValue, Student
from gan_course.exercises.values import type_text

VERSION = 1
HISTORY = Misconception(
    "wrong_history",
    "The steps are right, but the history is not the one asked for.",
    'Return {"d": [...], "g": [...]} with the number of every single step, k·steps of D and steps of G.',
    share=0.5,
)
MISCONCEPTIONS = (HISTORY,)


def play(student: Student, inputs: Inputs, findings: Findings, exercise: str) -> None:
    """Play the loop for several numbers of iterations.

    Args:
        student: the handle on the answer.
        inputs: for how often, and for what the steps return.
        findings: where to note.
        exercise: name of the function.
    """

    def order(student: Student, inputs: Inputs) -> Observation:
        seen: dict[str, Any] = {}
        # The first two tell k from steps and k = 1 from any other; the others are small by design.
        many = (inputs.integer(4, 5), inputs.integer(2, 3))
        for steps, k in ((2, 3), many, (2, 5), (3, 1), (1, 1)):
            student.tape()
            _run(student, inputs, exercise, steps, k)
            seen[f"steps = {steps}, k = {k}: order of the steps"] = _order(student.tape())
        return seen

    def history(student: Student, inputs: Inputs) -> Observation:
        seen = {}
        for steps, k in ((inputs.integer(3, 4), inputs.integer(2, 3)), (2, 1)):
            found = _run(student, inputs, exercise, steps, k)
            if not isinstance(found, dict):
                seen[f"what came back for steps = {steps}, k = {k}"] = type_text(found)
                continue
            for name in ("d", "g"):
                seen[f'history["{name}"] for steps = {steps}, k = {k}'] = _numbers(found.get(name))
        return seen

    findings.compare(student, inputs, "order of the steps", order)
    criterion = "history of both losses"
    # Known mistakes are orders of the steps; they have no say in what is written down of them.
    findings.compare(
        student, inputs, criterion, history, otherwise="wrong_history", named=False, goes_on=True
    )


def _run(student: Student, inputs: Inputs, exercise: str, steps: int, k: int) -> Any:
    d_step = student.spy_call("d_step", [inputs.number(0.5, 2.0) for _ in range(steps * k)])
    g_step = student.spy_call("g_step", [inputs.number(2.5, 4.0) for _ in range(steps)])
    sample_real = student.spy_source("sample_real", inputs.seed_for(), 2, default_n=6)
    return student.call(exercise, d_step, g_step, sample_real, steps, k).value


def _order(events: list[dict[str, Any]]) -> str:
    """Write the tape as a text such as "D1 D2 G": the number is that of the batch, in the order D meets them.

    So a batch drawn and never used is no mistake. "D?" was fed no batch, "G(…)" anything at all.
    """
    batches: list[torch.Tensor] = []
    met: list[int] = []
    order = []
    for event in events:
        if event["who"] == "sample_real":
            batches.append(event["output"])
        elif event["who"] == "g_step":
            order.append("G(…)" if event.get("arguments") else "G")
        elif event["who"] == "d_step":
            fed = event.get("inputs") or [None]
            which = [i for i, b in enumerate(batches) if fed[0] is not None and torch.equal(b, fed[0])]
            met += [i for i in which[:1] if i not in met]
            order.append(f"D{met.index(which[0]) + 1}" if which else _other(batches, fed[0]))
    return " ".join(order)


def _other(batches: list[torch.Tensor], fed: torch.Tensor | None) -> str:
    """Write a step of D on something else than a batch as it was drawn."""
    if fed is None or fed.ndim != 2 or not len(fed) or fed.shape[1] != 2:
        return "D?"
    parts = [i for i, b in enumerate(batches) if bool((fed[:, None] == b[None]).all(-1).any(1).all())]
    return f"D(part of {parts[0] + 1})" if parts else "D?"


def _numbers(values: Any) -> Any:
    """Accept a list, a tuple, a tensor or an array of numbers as the same history."""
    if isinstance(values, NumpyValue):
        values = values.tensor
    if isinstance(values, torch.Tensor):
        return [float(v) for v in values.reshape(-1)]
    if isinstance(values, list | tuple):
        return [_number(v) for v in values]
    return values


def _number(value: Any) -> Any:
    value = value.tensor if isinstance(value, NumpyValue) else value
    return float(value) if isinstance(value, torch.Tensor) and value.numel() == 1 else value
