"""A function of tensors: its value, and its slopes where they are asked for, over sizes, shapes and ranges."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import torch

from gan_course.exercises.compare import DEFAULT, Tolerance, is_finite
from gan_course.exercises.drawn import draw_arguments, draw_sizes
from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Findings
from gan_course.exercises.inputs import Inputs
from gan_course.exercises.oracle import Observation, Play
from gan_course.exercises.student.handle import Student, StudentFault
from gan_course.exercises.values import (
    BECOMES_NUMBER,
    DETACHED,
    MODIFIES_INPUTS,
    insist_tensor,
    judge_inputs_kept,
    or_zeros,
)

VERSION = 1
NAN_SLOPE = Misconception(
    "nan_slope",
    "The value is right, but its gradient is not: it is NaN, infinite or wrong, so nothing is trained with it.",
    "torch.where and nansum hide a NaN from the value and not from the gradient: 0 times an infinite slope is NaN. "
    "Keep the bad numbers out before the logarithm or the division, not after it.",
    share=0.5,
)
MISCONCEPTIONS = (BECOMES_NUMBER, DETACHED, MODIFIES_INPUTS, NAN_SLOPE)
Case = Mapping[str, Any]


def play(
    student: Student,
    inputs: Inputs,
    findings: Findings,
    exercise: str,
    *,
    names: Sequence[str],
    parts: Sequence[Mapping[str, Any]],
    returns: str = "number",
    several: str = "",
) -> None:
    """Play a function part by part.

    Args:
        student: the handle on the answer.
        inputs: for its arguments.
        findings: where to note.
        exercise: name of the function.
        names: of its arguments, as the exercise calls them.
        parts: what is compared, in order. A part has a ``criterion`` and ``cases``, and may have
            ``otherwise``, ``named`` and ``goes_on``, see :meth:`Findings.compare`, a ``tolerance``, the
            relative and the absolute one, ``finite``, where values and slopes must be numbers and no more, and
            ``after``, the criterion of a part without which it is left out. For a case see :func:`observed`.
        returns: "number", where a tensor of shape () and one of shape (1,) are alike, or "tensor".
        several: misconception noted where more than one number comes back in place of one.
    """
    first = parts[0]["cases"]
    _judge_type(student, inputs, findings, exercise, first, returns, several)
    held: set[str] = set()
    _judge_kept(student, inputs, findings, exercise, first)
    for part in parts:
        if part.get("after", part["criterion"]) in {*held, part["criterion"]} and _compare(
            student, inputs, findings, exercise, part, names, returns
        ):
            held.add(part["criterion"])
    # Each part has inputs of its own kind, and an answer may change only the zeros among them.
    for part in (p for p in parts[1:] if p["criterion"] in held):
        _judge_kept(student, inputs, findings, exercise, part["cases"])


def _judge_kept(
    student: Student, inputs: Inputs, findings: Findings, exercise: str, cases: Sequence[Case]
) -> None:
    """Require that arguments are left alone, and that a second call gives the same.

    It comes first: what changes its arguments has slopes that nobody could explain otherwise.
    """
    fresh = inputs.again()
    shown = [case for case in cases if _is_shown(case, fresh)]
    case = shown[len(shown) // 2]  # neither one worked by hand nor one of special numbers, as a rule
    try:
        judge_inputs_kept(student, findings, exercise, *_drawn(case, fresh))
    except StudentFault as fault:
        if fault.kind != "raised":
            raise


def _judge_type(
    student: Student,
    inputs: Inputs,
    findings: Findings,
    exercise: str,
    cases: Sequence[Case],
    returns: str,
    several: str,
) -> None:
    """Require a tensor, of one element where one number is asked for."""
    fresh = inputs.again()
    case = next(case for case in cases if _is_shown(case, fresh))
    try:
        value = student.call(exercise, *_drawn(case, fresh)).value
    except StudentFault as fault:
        if fault.kind == "raised":
            return  # the first comparison meets it again, and may know the mistake
        raise
    criterion = "returns a tensor" if returns == "tensor" else "returns one number as a tensor"
    tensor = insist_tensor(findings, value, criterion, number_loses_gradient="slopes" in case)
    if returns == "number" and several:
        findings.insist(tensor.numel() == 1, criterion, several)
    findings.passed(criterion)


def _compare(
    student: Student,
    inputs: Inputs,
    findings: Findings,
    exercise: str,
    part: Mapping[str, Any],
    names: Sequence[str],
    returns: str,
) -> bool:
    if not any(_is_shown(case, inputs) for case in part["cases"]):
        return False
    watched = _play(exercise, part["cases"], names, returns)
    watched = _only_finite(watched) if part.get("finite") else watched
    tolerance = Tolerance(*part["tolerance"]) if "tolerance" in part else DEFAULT
    options = {key: part[key] for key in ("otherwise", "named", "goes_on") if key in part}
    return findings.compare(student, inputs, part["criterion"], watched, tolerance=tolerance, **options)


def _only_finite(play: Play) -> Play:
    """Observe of every value and slope only whether it is a number."""

    def finite(student: Student, inputs: Inputs) -> Observation:
        seen = play(student, inputs)
        return {k: "a number" if is_finite(v) else "NaN or infinite" for k, v in seen.items()}

    return finite


def _is_shown(case: Case, inputs: Inputs) -> bool:
    return case.get("where") in {None, "public" if inputs.public else "hidden"}


def _drawn(case: Case, inputs: Inputs, given: str = "given") -> list[Any]:
    return draw_arguments(case[given], inputs, draw_sizes(case.get("sizes", {}), inputs))


def _play(exercise: str, cases: Sequence[Case], names: Sequence[str], returns: str) -> Play:
    def play(student: Student, inputs: Inputs) -> Observation:
        seen: dict[str, Any] = {}
        for case in cases:
            if _is_shown(case, inputs):
                seen.update(observed(student, exercise, case, _drawn(case, inputs), names, returns, inputs))
        return seen

    return play


def observed(
    student: Student,
    exercise: str,
    case: Case,
    args: list[Any],
    names: Sequence[str],
    returns: str,
    inputs: Inputs,
) -> Observation:
    """Call the function once and name what came back.

    Args:
        student: the handle on the answer.
        exercise: name of the function.
        case: ``on`` tells students what is given; ``given`` are the arguments and ``sizes`` their named sizes,
            see :mod:`gan_course.exercises.drawn`; ``slopes`` are the positions of the arguments in which
            the value is differentiated, ``rows`` of how many dimensions of the first of them a tensor has
            ("all": a shape of its own), ``through`` "softmax" where these are probabilities; ``instead`` are
            arguments for a function that refuses the first ones; ``where`` is "public" or "hidden" for a case
            of one kind of inputs alone.
        args: as drawn.
        names: of the arguments.
        returns: "number" or "tensor".
        inputs: for the weights of slopes of a tensor.

    Returns:
        The value, and a slope for each position.
    """
    on = case["on"]
    if "slopes" not in case:
        return {f"value on {on}": _value(_called(student, exercise, case, args, inputs), returns)}
    weights = None
    if returns == "tensor":
        value = student.call(exercise, *args).value
        weights = _slope_weights(case, args, value, inputs)
        if not isinstance(value, torch.Tensor) or value.numel() != weights.numel():
            return {f"value on {on}": value}  # of another size: there is nothing to weigh
    found = student.slopes(exercise, *args, only=case["slopes"], weights=weights)
    seen = {f"value on {on}": _value(found.value, returns)}
    for place in case["slopes"]:
        slope = or_zeros(found.args[place], args[place])
        if case.get("through") == "softmax":
            # Only changes that keep the sum at 1 matter: an answer that normalises once more is right too.
            slope = args[place] * (slope - (args[place] * slope).sum())
        what = f"slope in the logits of {names[place]}" if "through" in case else f"slope in {names[place]}"
        seen[f"{what}, on {on}"] = slope
    return seen


def _slope_weights(case: Case, args: list[Any], value: Any, inputs: Inputs) -> torch.Tensor:
    """Draw weights of Σ weights · value, so that no two numbers of the value have the same slope."""
    if case.get("rows") != "all":
        return inputs.uniform(*args[case["slopes"][0]].shape[: case.get("rows", 1)], low=0.5, high=1.5)
    # A source of their own: what is drawn after them must not depend on how much came back.
    source = Inputs(inputs.seed_for(), inputs.public)
    return source.uniform(*(value.shape if isinstance(value, torch.Tensor) else ()), low=0.5, high=1.5)


def _called(student: Student, exercise: str, case: Case, args: list[Any], inputs: Inputs) -> Any:
    try:
        return student.call(exercise, *args).value
    except StudentFault as fault:
        if fault.kind != "raised" or "instead" not in case:
            raise
    return student.call(exercise, *draw_arguments(case["instead"], inputs, {})).value


def _value(value: Any, returns: str) -> Any:
    """Where one number is asked for, return a tensor of one element with shape (), a longer one flat."""
    if returns != "number" or not isinstance(value, torch.Tensor):
        return value
    return value.reshape(()) if value.numel() == 1 else value.reshape(-1)
