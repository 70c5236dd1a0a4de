"""Answers of the grader's own among a student's: does the student process tell the truth about itself?

Whether a network was left in training mode, which weights are frozen, what became of an argument, whether a
seed was set: that is what a student process says of itself, and code inside it can patch whatever says it. So
the grader now and then runs a cell of its own, sent as a student's cell is sent, that does such a thing, and
asks. Who answers that nothing happened is not believed in anything of this kind.

It is tried in a copy of the process, made after the student's cells have run, which ends with it: what the
grader tries is never seen where a student's answer is judged. There it takes the names of the student's own
functions, so that code which lies about these alone lies about the grader's too.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import torch

from gan_course.exercises.finding import ExerciseResult, Finding
from gan_course.exercises.student.handle import Ref, Student, StudentFault, request
from gan_grading.engine.session import Session

# Criteria that rest on what a process says of itself, by the words they are named with.
SELF_REPORTED = re.compile(
    r"training mode|still learn|trainable|random|arguments alone|gradients alone|weights alone|alone|"
    r"holds? still|fresh noise|asks|uses the"
)
NOTICE = "the notebook's process reports wrongly about itself: code in it answers for the grader's"


@dataclass(frozen=True)
class Canary:
    """One thing that code can do on the side, and how to see it.

    Attributes:
        source: a function ``{name}(network, x)`` that does it.
        shows: whether the process says that it was done.
    """

    source: str
    shows: Callable[[Student, str, Ref], bool]


X = torch.linspace(-1.0, 1.0, 6).reshape(3, 2)


def _called(student: Student, name: str, network: Ref) -> None:
    student.call(name, network, X)


def _mode(student: Student, name: str, network: Ref) -> bool:
    _called(student, name, network)
    return not student.is_training(network)


def _frozen(student: Student, name: str, network: Ref) -> bool:
    _called(student, name, network)
    return not any(p.trainable for p in student.parameters(network))


def _gradients(student: Student, name: str, network: Ref) -> bool:
    _called(student, name, network)
    found = [p.gradient for p in student.parameters(network)]
    return all(g is not None and bool((g == 3.0).all()) for g in found)


def _argument(student: Student, name: str, network: Ref) -> bool:
    after = student.twice(name, network, X).after[1]
    return isinstance(after, torch.Tensor) and after.shape == X.shape and torch.allclose(after, X + 1.0)


def _touched(student: Student, name: str, network: Ref) -> bool:
    return student.twice(name, network, X).touched[1]


def _seeded(student: Student, name: str, network: Ref) -> bool:
    _called(student, name, network)
    return student.random_seed() == 1234


def _drawn(student: Student, name: str, network: Ref) -> bool:
    before = student.random_state()
    _called(student, name, network)
    return not torch.equal(before, student.random_state())


def _heard(student: Student, name: str, network: Ref) -> bool:
    student.tape()
    _called(student, name, network)
    return [event.get("who") for event in student.tape()] == ["twin", "twin"]


CANARIES = (
    Canary("network.eval()", _mode),
    Canary("network.requires_grad_(False)", _frozen),
    Canary("for p in network.parameters(): p.grad = p.detach() * 0 + 3", _gradients),
    Canary("x.add_(1)", _argument),
    Canary("x.requires_grad_()", _touched),
    Canary("torch.manual_seed(1234)", _seeded),
    Canary("torch.rand(2)", _drawn),
    Canary("network(x); network(x)", _heard),
)


Report = Literal["truth", "lie", "error"]


def report_of(session: Session, chance: random.Random, names: Sequence[str]) -> Report:
    """Try a few things in a copy of the process; return whether it told of each, hid one, or failed in one.

    Args:
        session: a process in which the student's cells have run. It answers as before afterwards.
        chance: chooses what is tried, in which order and under which names.
        names: those of the student's own functions.

    Raises:
        StudentFault: if the process dies or is late meanwhile.
    """
    request(session, "begin_twin")
    try:
        student = Student(session)
        tried = chance.sample(CANARIES, k=4)
        reports = (_report(student, session, canary, chance, names) for canary in tried)
        return next((report for report in reports if report != "truth"), "truth")
    finally:
        if session.alive:
            request(session, "end_twin")


def _report(
    student: Student, session: Session, canary: Canary, chance: random.Random, names: Sequence[str]
) -> Report:
    name = chance.choice(names)
    source = f"import torch\n\ndef {name}(network, x):\n    {canary.source}\n    return 0.0\n"
    if session.run_cell(name, source).error is not None:
        return "truth"  # a cell that cannot run says nothing of what would be said of it
    hidden = torch.Generator().manual_seed(chance.randrange(2**31))
    layers = [("linear", torch.randn(2, 2, generator=hidden), torch.randn(2, generator=hidden))]
    try:
        return "truth" if canary.shows(student, name, student.spy_module("twin", layers)) else "lie"
    except StudentFault as fault:
        if fault.kind in ("raised", "undefined"):
            return "error"
        raise


def not_believed(verdict: ExerciseResult) -> ExerciseResult:
    """Take what a verdict owes to what the process said of itself: half of the points of such an exercise."""
    believed = [c for c in verdict.passed if SELF_REPORTED.search(c)]
    if not believed or not verdict.points:
        return verdict
    lost = round(min(verdict.points, verdict.max_points / 2), 2)
    finding = Finding(
        "what the notebook's process says of itself",
        lost,
        "reports_wrongly",
        f"Code in your notebook answers for the grader's, so these were not believed: {', '.join(believed)}.",
        "Take out what patches or replaces parts of torch, Python or the grader, and hand in again.",
    )
    return replace(
        verdict,
        points=round(verdict.points - lost, 2),
        findings=(*verdict.findings, finding),
        passed=tuple(c for c in verdict.passed if c not in believed),
    )
