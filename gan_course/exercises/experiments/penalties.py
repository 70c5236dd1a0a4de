"""A penalty on a critic's slopes between two batches: its value and gradients on planes, and where it asks.

The points are drawn by the answer, in whatever way. So values are compared on planes, whose slope is the same
wherever one asks; where the critic was asked is judged by properties, from what the critic writes down.
"""

from __future__ import annotations

from typing import Any

import torch

from gan_course.exercises.compare import same
from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Findings
from gan_course.exercises.inputs import Inputs
from gan_course.exercises.lines import MISCONCEPTIONS as OF_POINTS
from gan_course.exercises.lines import judge_points, judge_spread
from gan_course.exercises.oracle import Observation, Play
from gan_course.exercises.step_misconceptions import LEFT_FROZEN, LEFT_IN_EVAL, RESEEDS
from gan_course.exercises.student.handle import Ref, Student, StudentFault
from gan_course.exercises.values import (
    BECOMES_NUMBER,
    MODIFIES_INPUTS,
    insist_tensor,
    judge_inputs_kept,
    or_zeros,
)

VERSION = 1
NOT_ASKED = Misconception(
    "critic_not_asked",
    "The critic is never asked at points between the samples.",
    "x̂ goes through the critic, and the slope is taken of its answer.",
)
STRANGE_POINTS = Misconception(
    "strange_points",
    "The critic is asked at points of another shape, or another number of them, than the samples.",
    "x̂ has the shape of the batch: look at it, and at the shape of your ε.",
)
PICTURES_ONLY = Misconception(
    "pictures_only",
    "Your penalty works for pictures and not for points.",
    "An ε of shape (N, 1, 1, 1) is made for (N, C, H, W). Stretched over points (N, 2), it makes an (N, 1, N, 2) table "
    "in which every sample meets every ε. Let the number of ones follow from real.dim().",
    share=0.5,
)
POINTS_ONLY = Misconception(
    "points_only",
    "Your penalty works for points and not for pictures.",
    "An ε of shape (N, 1) is made for points (N, d), and a norm over dim=1 too. Pictures have the shape (N, C, H, W): "
    "let the number of ones follow from real.dim().",
    share=0.5,
)
NOT_SLOPES = Misconception(
    "not_a_penalty",
    "What you return is made of more than the critic's slopes in x̂: on a plane, where the slope is the same "
    "everywhere, it changes with the critic's height or from call to call.",
    "Adding a constant to the critic must not change its penalty: nothing but the slope in x̂ counts.",
)
MEAN_FIRST = Misconception(
    "mean_before_square",
    "The penalty of a batch is not the average of the penalties of its samples.",
    "A slope of 0 at one point does not make up for a slope of 2 at another: compare each norm, then average.",
)
MISCONCEPTIONS = (
    NOT_ASKED,
    STRANGE_POINTS,
    PICTURES_ONLY,
    POINTS_ONLY,
    NOT_SLOPES,
    MEAN_FIRST,
    *OF_POINTS,
    BECOMES_NUMBER,
    MODIFIES_INPUTS,
    LEFT_FROZEN,
    LEFT_IN_EVAL,
    RESEEDS,
)
Shape = tuple[int, ...]
SHAPES: dict[str, tuple[Shape, ...]] = {"pictures": ((2, 3, 4), (1, 4, 2)), "points": ((2,), (5,), (1,))}
BATCHES = ((4, 0.4), (4, 2.5), (7, 8.0), (1, 0.7))  # their sizes, and the length of the critic's slope


def play(student: Student, inputs: Inputs, findings: Findings, exercise: str) -> None:
    """Play a penalty.

    Args:
        student: the handle on the answer.
        inputs: for critics and batches.
        findings: where to note.
        exercise: name of the function, which takes a critic and two batches.
    """
    kinds = _judge_shapes(student, inputs.again(), findings, exercise)
    _judge_slopes_alone(student, inputs.again(), findings, exercise, kinds[0])
    for kind in kinds:
        findings.compare(
            student, inputs, f"the penalty of planes over {kind}", _planes(exercise, kind, False)
        )
    for kind in kinds:
        trains = _planes(exercise, kind, True)
        findings.compare(
            student, inputs, f"trains the critic on {kind}", trains, otherwise="create_graph_missing"
        )
    fresh = inputs.again()
    for kind in kinds:
        for n, shape in zip((5, 3), SHAPES[kind], strict=False):
            real, fake = _batches(fresh, n, shape)
            points = _ask(student, exercise, _plane(student, fresh, shape), real, fake)
            judge_points(findings, points, real, fake)
    _judge_spread(student, fresh, findings, exercise, SHAPES[kinds[0]][1])
    _judge_average(student, fresh, findings, exercise, SHAPES[kinds[0]][1])
    _judge_left_alone(student, fresh, findings, exercise, SHAPES[kinds[0]][0])


def _plane(
    student: Student, inputs: Inputs, shape: Shape, length: float = 1.5, height: float | None = None
) -> Ref:
    """Make a critic whose slope is the same everywhere, of the given length."""
    weight = inputs.normal(1, _numbers(shape))
    bias = inputs.normal(1) if height is None else torch.tensor([height])
    layers: list[tuple[Any, ...]] = [("linear", weight * (length / weight.norm()), bias)]
    flat = inputs.choice((True, False))
    return student.spy_module("D", [("flatten",), *layers] if len(shape) > 1 else layers, flat_output=flat)


def _numbers(shape: Shape) -> int:
    return int(torch.tensor(shape).prod())


def _batches(inputs: Inputs, n: int, shape: Shape) -> tuple[torch.Tensor, torch.Tensor]:
    return inputs.normal(n, *shape) + 2.0, inputs.normal(n, *shape) - 1.0


# ---- where the critic is asked ----------------------------------------------------------------


def _asked(student: Student, n: int, shape: Shape) -> torch.Tensor | None:
    """Return the N points at which the critic was asked for its slope, in whatever portions."""
    events = [e for e in student.tape() if e["who"] == "D"]
    for chosen in ([e for e in events if e["input_attached"]], events):
        shown = [_rows(e["input"], n, shape) for e in chosen]
        fitting = [x for x in shown if x is not None]
        # All at once, the last of several times; or one by one.
        whole = [x for x in fitting if len(x) == n]
        if whole:
            return whole[-1]
        rows = torch.cat(fitting) if fitting else torch.empty(0)
        if len(rows) == n:
            return rows
    return None


def _rows(x: torch.Tensor, n: int, shape: Shape) -> torch.Tensor | None:
    """Return the samples in what the critic was shown; ``None`` where it is no batch of samples."""
    if tuple(x.shape[1:]) == shape:
        return x
    # What torch.vmap maps over one by one is written down with one more axis of length 1.
    return x.reshape(n, *shape) if x.numel() == n * _numbers(shape) else None


def _ask(
    student: Student, exercise: str, critic: Ref, real: torch.Tensor, fake: torch.Tensor
) -> torch.Tensor:
    """Call the function and return where it asked.

    Raises:
        StudentFault: if it did not ask where it asked before.
    """
    student.tape()
    student.call(exercise, critic, real, fake)
    points = _asked(student, len(real), tuple(real.shape[1:]))
    if points is None:
        raise StudentFault("wire", "the critic was asked at other points than in another batch")
    return points


def _judge_shapes(student: Student, inputs: Inputs, findings: Findings, exercise: str) -> list[str]:
    """Return which of pictures and points the answer can be asked about: those it asks the critic about."""
    works, faults, heard = [], [], False
    for kind, shapes in SHAPES.items():
        critic = _plane(student, inputs, shapes[0])
        real, fake = _batches(inputs, 4, shapes[0])
        student.tape()
        try:
            value = student.call(exercise, critic, real, fake).value
        except StudentFault as fault:
            if fault.kind != "raised":
                raise
            faults.append(fault)
            continue
        trainable = all(p.trainable for p in student.parameters(critic))
        findings.insist(trainable, "the critic can still learn", "left_frozen")
        insist_tensor(findings, value, "returns a tensor", number_loses_gradient=True)
        events = student.tape()
        heard = heard or any(e["who"] == "D" for e in events)
        if _fits(events, 4, shapes[0]):
            works.append(kind)
    if len(faults) == len(SHAPES):
        raise faults[0]
    findings.insist(heard, "asks the critic", "critic_not_asked")
    findings.insist(bool(works), "asks the critic", "strange_points")
    findings.passed("asks the critic")
    if len(works) < len(SHAPES):
        detail = faults[0].message if faults else ""
        findings.require(False, "points and pictures", f"{works[0]}_only", detail)
    else:
        findings.passed("points and pictures")
    return works


def _fits(events: list[dict[str, Any]], n: int, shape: Shape) -> bool:
    shown = [_rows(e["input"], n, shape) for e in events if e["who"] == "D"]
    return all(x is not None for x in shown) and sum(len(x) for x in shown if x is not None) >= n


# ---- what comes back --------------------------------------------------------------------------


def _judge_slopes_alone(
    student: Student, inputs: Inputs, findings: Findings, exercise: str, kind: str
) -> None:
    """Insist that planes of one slope have one penalty, whatever their height and wherever they are asked."""
    shape = SHAPES[kind][1]
    start, values = inputs.seed_for(), []
    for height in (0.0, 0.0, 9.0):
        critic = _plane(student, Inputs(start), shape, height=height)
        values.append(student.call(exercise, critic, *_batches(inputs, 4, shape)).value)
    alike = all(same(values[0], value) for value in values[1:])
    findings.insist(alike, "made of slopes alone", "not_a_penalty")


def _planes(exercise: str, kind: str, gradients: bool) -> Play:
    """Penalties of gentle and steep planes, and what they ask of the critic's weights."""

    def play(student: Student, inputs: Inputs) -> Observation:
        seen: dict[str, Any] = {}
        for shape in SHAPES[kind]:
            for n, length in BATCHES:
                critic = _plane(student, inputs, shape, length)
                batches = _batches(inputs, n, shape)
                what = f"{n} × {shape}, slope of length {length}"
                if not gradients:
                    value = student.call(exercise, critic, *batches).value
                    one = isinstance(value, torch.Tensor) and value.numel() == 1
                    seen[f"penalty of {what}"] = value.reshape(()) if one else value
                elif n == BATCHES[0][0]:
                    found = student.slopes(exercise, critic, *batches, of=critic).parameters
                    weights = student.state(critic)
                    seen[f"slope in the critic's weights, {what}"] = [
                        or_zeros(found.get(name), weights[name]) for name in weights
                    ]
        return seen

    return play


def _judge_spread(student: Student, inputs: Inputs, findings: Findings, exercise: str, shape: Shape) -> None:
    """All real samples are one point and all fakes another, so that a point tells its ε."""
    n = 1_000
    critic = _plane(student, inputs, shape)
    start, end = inputs.normal(1, *shape) + 3.0, inputs.normal(1, *shape) - 3.0
    line = (start - end).flatten()
    calls = []
    for _ in range(2):
        real, fake = (t.expand(n, *shape).clone() for t in (start, end))
        points = _ask(student, exercise, critic, real, fake)
        calls.append(((points - end).flatten(1) @ line / line.square().sum()).flatten())
    judge_spread(findings, calls)


def _judge_average(student: Student, inputs: Inputs, findings: Findings, exercise: str, shape: Shape) -> None:
    """Where some samples lie on a steep plane and others on a gentle one, the penalty lies between theirs."""
    d, n = _numbers(shape), 9
    flat = [("flatten",)] if len(shape) > 1 else []
    across = torch.nn.functional.normalize(inputs.normal(1, d))
    weight = torch.nn.functional.normalize(inputs.normal(1, d)) * 0.5
    parts = []
    for w in (weight, weight + 2.5 * across):
        plane = student.spy_module("D", [*flat, ("linear", w, torch.zeros(1))])
        parts.append(student.call(exercise, plane, *_batches(inputs, n, shape)).value)
    # Two planes that meet in a valley: the first unit is far above 0, the second is 0 on one side.
    both = [
        ("linear", torch.cat([weight, across]), torch.tensor([1000.0, 0.0])),
        ("relu",),
        ("linear", torch.tensor([[1.0, 2.5]]), torch.tensor([-1000.0])),
    ]
    critic = student.spy_module("D", [*flat, *both])
    sides = torch.tensor([1.0] * 4 + [-1.0] * (n - 4)).reshape(n, 1) * across * 5.0
    real, fake = (inputs.normal(n, *shape, scale=0.3) + sides.reshape(n, *shape) for _ in range(2))
    student.tape()
    value = student.call(exercise, critic, real, fake).value
    points = _asked(student, n, shape)
    steep = 0.0 if points is None else float((points.flatten(1) @ across.T > 0).float().mean())
    gentle, steeper = (p.reshape(()) for p in parts)
    wanted = gentle + steep * (steeper - gentle)
    findings.insist(same(wanted, value.reshape(())), "an average over the samples", "mean_before_square")


def _judge_left_alone(
    student: Student, inputs: Inputs, findings: Findings, exercise: str, shape: Shape
) -> None:
    critic = _plane(student, inputs, shape)
    real, fake = inputs.normal(6, *shape), inputs.normal(6, *shape)
    judge_inputs_kept(student, findings, exercise, critic, real, fake)
    findings.require(student.is_training(critic), "the critic stays in training mode", "left_in_eval")
    student.random_seed(inputs.integer(10_000, 90_000))
    drawn = [student.draw_numbers()]
    for _ in range(2):
        student.call(exercise, critic, real, fake)
        drawn.append(student.draw_numbers())
    # A stream that was seeded, or set back, gives what it gave before.
    rewound = any(len(set(stream)) < len(drawn) for stream in zip(*drawn, strict=True))
    findings.require(not rewound, "random streams run on", "reseeds")
