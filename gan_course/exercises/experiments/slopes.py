"""The slope of any function at many places, by autograd: the function is a spy that writes down where it is asked."""

from __future__ import annotations

from typing import Any

import torch

from gan_course.exercises.compare import DEFAULT, Tolerance, same
from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Findings, Picture
from gan_course.exercises.inputs import Inputs
from gan_course.exercises.oracle import Observation, Play
from gan_course.exercises.student.handle import Ref, Student
from gan_course.exercises.values import MODIFIES_INPUTS, REMEMBERS, insist_tensor, judge_inputs_kept

VERSION = 1
FINITE_DIFFERENCE = Misconception(
    "finite_difference",
    "The function was called at other places than x.",
    "A difference quotient is only close to the slope. Autograd needs one call, at x itself, and is exact.",
    share=0.5,
)
NOTHING = Misconception(
    "nothing_returned",
    "None came back: the `return` is missing, or what is returned is a .grad that is still None.",
    "Only a leaf keeps its slopes, and only after backward(). A copy of a leaf (clone()) is no leaf: its .grad stays None.",
)
MISCONCEPTIONS = (FINITE_DIFFERENCE, NOTHING, REMEMBERS, MODIFIES_INPUTS)
# A difference quotient is close to the slope, not equal to it.
ROUGHLY = Tolerance(relative=0.05, absolute=0.02)


def play(student: Student, inputs: Inputs, findings: Findings, exercise: str) -> None:
    """Ask for slopes at a few places and at many, near 0 and far from it.

    Args:
        student: the handle on the answer.
        inputs: for the functions and the places.
        findings: where to note.
        exercise: name of the function.
    """
    function, x = _network(student, inputs.again()), inputs.normal(6, 1)
    student.tape()
    value = student.call(exercise, function, x).value
    findings.insist(value is not None, "returns a tensor", "nothing_returned")
    insist_tensor(findings, value, "returns a tensor")
    findings.passed("returns a tensor")
    asked_at = [event["input"] for event in student.tape() if event["who"] == "function"]
    at_x = _only_at(asked_at, x)
    again = student.call(exercise, function, x).value
    findings.insist(same(value, again), "the same again for the same places", "remembers")
    findings.require(at_x, "asks the function at x only", "finite_difference")
    findings.compare(
        student,
        inputs,
        "the slope at every point",
        _slopes(exercise),
        named=at_x,
        tolerance=DEFAULT if at_x else ROUGHLY,
        picture=Picture("slope of a function", _curve(exercise)),
    )
    judge_inputs_kept(student, findings, exercise, function, x, compare=True)


def _only_at(places: list[Any], x: torch.Tensor) -> bool:
    """Whether a function was asked at the rows of x and nowhere else, all at once or row by row."""
    asked = [p.reshape(-1) for p in places if isinstance(p, torch.Tensor)]
    return bool(asked) and bool(torch.isin(torch.cat(asked), x).all())


def _network(student: Student, inputs: Inputs) -> Ref:
    layers = [
        ("linear", inputs.normal(5, 1), inputs.normal(5)),
        ("tanh",),
        ("linear", inputs.normal(1, 5), inputs.normal(1)),
    ]
    return student.spy_module("function", layers)


def _falling(student: Student, inputs: Inputs) -> Ref:
    """A function that falls everywhere, and is nowhere quite flat."""
    steep = inputs.sizes(2, 1, low=0.3, high=1.5) * torch.tensor([[1.0], [-1.0]])
    heights = inputs.sizes(1, 2, low=0.3, high=1.5) * torch.tensor([[-1.0, 1.0]])
    layers = [("linear", steep, inputs.normal(2)), ("softplus",), ("linear", heights, inputs.normal(1))]
    return student.spy_module("function", layers)


def _steep(student: Student, inputs: Inputs) -> Ref:
    """A function with slopes of several tens, which bends near 0 and far from it."""
    slopes = inputs.sizes(4, 1, low=5.0, high=20.0) * torch.tensor([[1.0], [-1.0], [1.0], [-1.0]])
    bends = torch.cat([inputs.normal(2, 1), inputs.sizes(2, 1, low=30.0, high=200.0)])
    heights = inputs.sizes(1, 4, low=3.0, high=9.0) * torch.tensor([[1.0, 1.0, 1.0, -1.0]])
    first = ("linear", slopes, (-slopes * bends).squeeze(1))
    return student.spy_module("function", [first, ("softplus",), ("linear", heights, inputs.normal(1))])


def _slopes(exercise: str) -> Play:
    def play(student: Student, inputs: Inputs) -> Observation:
        function = _network(student, inputs)
        many = inputs.count(inputs.integer(20, 30), 8)
        seen = {
            f"slope at {n} place{'s' * (n != 1)}": student.call(exercise, function, inputs.normal(n, 1)).value
            for n in (inputs.integer(5, 7), 1, many)
        }
        falling, far = _falling(student, inputs), inputs.signed(6, 1, low=1e-3, high=300.0)
        seen["slope of a falling function"] = student.call(exercise, falling, far).value
        steep, here = _steep(student, inputs), inputs.signed(9, 1, low=0.01, high=300.0)
        seen["slope of a steep function"] = student.call(exercise, steep, here).value
        return seen

    return play


def _curve(exercise: str) -> Play:
    def play(student: Student, inputs: Inputs) -> Observation:
        function, x = _network(student, inputs), torch.linspace(-3.0, 3.0, 31)
        return {"x": (x, student.call(exercise, function, x[:, None]).value.reshape(-1))}

    return play
