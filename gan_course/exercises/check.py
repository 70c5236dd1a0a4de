"""The visible check of an exercise: its experiment on the public inputs, compared with the record.

The notebook calls it with the student's answer alone: ``check.critic_loss(critic_loss)``. It shows lines and
returns nothing, never says how many points anything is worth, and leaves the notebook as it was. It raises only
where a program asks whether a notebook is done: see :func:`is_strict`.
"""

from __future__ import annotations

import contextlib
import inspect
import os
import random
import sys
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch

from gan_course.errors import GanCourseError
from gan_course.exercises.describe import describe
from gan_course.exercises.experiment import NoExperiment
from gan_course.exercises.finding import Curve, ExerciseResult
from gan_course.exercises.inputs import PUBLIC_SEED, Inputs
from gan_course.exercises.pictures import draw_curves
from gan_course.exercises.printing import show, verdict_lines
from gan_course.exercises.record import Record, RecordError, RecordOracle
from gan_course.exercises.run import Judged, Probe, judge
from gan_course.exercises.shelf import record_for, shelves_of
from gan_course.exercises.student.handle import DirectChannel, Student

NOT_WRITTEN = (
    "· not written yet: replace the line `raise NotImplementedError()` by your own, run the cell, come back"
)
STRICT_VARIABLE = "GAN_COURSE_CHECKS"
STRICT = "strict"
# nbgrader sets it while `nbgrader validate`, or the button of that name in JupyterLab, runs a notebook.
VALIDATING_VARIABLE = "NBGRADER_VALIDATING"


class CheckFailed(GanCourseError):
    """A check that is not full, where checks are strict: exercise, verdict and first sentence, in one line."""

    def _render_traceback_(self) -> list[str]:
        """Return what IPython shows: the line alone, as the frames of a check tell a student nothing."""
        return [str(self)]


@dataclass(frozen=True)
class Shown:
    """What a check came to.

    Attributes:
        lines: what is shown, the verdict first.
        failure: the verdict and its first sentence, in one line; ``""`` where nothing is left to do.
        curves: drawn below the lines, one picture a criterion.
    """

    lines: tuple[str, ...]
    failure: str = ""
    curves: tuple[tuple[Curve, ...], ...] = ()


def is_strict() -> bool:
    """Whether a check that is not full raises.

    It does under nbgrader's validator, and where ``GAN_COURSE_CHECKS`` is ``strict``: both ask whether a
    notebook is done, and take a cell that does not raise for one that is.
    """
    return os.environ.get(STRICT_VARIABLE) == STRICT or VALIDATING_VARIABLE in os.environ


class Checks:
    """The checks of one assignment, each under the name of its exercise."""

    def __init__(self, assignment: str) -> None:
        """Read nothing yet.

        Args:
            assignment: its name, e.g. ``05_wasserstein``.
        """
        self._assignment = assignment

    def __getattr__(self, exercise: str) -> Callable[[object], None]:
        if exercise.startswith("_"):
            raise AttributeError(exercise)

        def check(answer: object) -> None:
            try:
                record = record_for(self._assignment, exercise)
            except (RecordError, NoExperiment) as error:
                _tell(exercise, Shown((f"· {error}",), f"cannot be checked: {error}"))
                return
            show_check(record, answer)

        check.__name__ = check.__qualname__ = exercise
        check.__doc__ = f"Check your answer to ``{exercise}``."
        return check

    def __dir__(self) -> list[str]:
        return sorted({name for shelf in shelves_of(self._assignment) for name in shelf})


def play_check(record: Record, answer: object) -> Judged:
    """Play the visible check of an answer and return what it found.

    Args:
        record: of the exercise.
        answer: the student's function, class or value.
    """
    experiment = record.experiment
    own = {m.id: m for m in (*experiment.misconceptions, *record.misconceptions)}
    probe = Probe(experiment.exercise, experiment.play, tuple(own.values()), oracle=RecordOracle(record))
    with left_as_it_was(), on_the_processor(answer) as namespace:
        student = Student(DirectChannel({**namespace, experiment.exercise: answer}))
        return judge(probe, student, 1.0, [Inputs(PUBLIC_SEED, public=True)])


def show_check(record: Record, answer: object) -> None:
    """Play the visible check of an answer and show what it found.

    Raises:
        CheckFailed: if the answer is not full and checks are strict.
    """
    _tell(record.experiment.exercise, _played(record, answer))


def _tell(exercise: str, shown: Shown) -> None:
    show(shown.lines)
    for curves in shown.curves:
        draw_curves(curves)
    if shown.failure and is_strict():
        raise CheckFailed(" ".join(f"{exercise}: {shown.failure}".split()))


def _played(record: Record, answer: object) -> Shown:
    name, kind = record.experiment.exercise, record.experiment.kind
    if kind != "question" and not callable(answer):
        line = f"{name} is {describe(answer)} by now, not a function: run the cell that defines it again"
        return Shown((f"✗ {line}",), line)
    judged = play_check(record, answer)
    result = judged.result
    if kind == "question":
        return _question(name, answer, result)
    if any(f.misconception == "not_written" for f in result.findings):
        return Shown((NOT_WRITTEN,), NOT_WRITTEN.removeprefix("· "))
    if result.points is None:
        line = f"the check could not go on with what came back ({result.note})"
        return Shown((f"✗ {line}",), line)
    lines = verdict_lines(result.passed, result.findings, len(record.criteria))
    first = next(iter(result.findings), None)
    failure = f"{lines[0].removeprefix('✗ ')}, {first.criterion}: {first.message}" if first else ""
    return Shown(tuple(lines), failure, tuple(judged.findings.curves.values()))


def _question(name: str, answer: object, result: ExerciseResult) -> Shown:
    """A question is recorded and never judged here: whether it is right is told after grading."""
    first = next(iter(result.findings), None)
    if first is None:
        return Shown((f"· recorded: {name} = {answer!r}",))
    if first.misconception == "unanswered":
        line = f"not answered yet: give {name} a value, run the cell, come back"
        return Shown((f"· {line}",), line)
    return Shown((f"✗ {first.message}", f"  {first.hint}"), first.message)


@contextlib.contextmanager
def on_the_processor(answer: object) -> Iterator[dict[str, Any]]:
    """Let an answer that names the notebook's `device` work where a check's inputs lie: on the CPU.

    Yields:
        The names the answer's code can see.
    """
    names: dict[str, Any] = getattr(inspect.unwrap(answer) if callable(answer) else answer, "__globals__", {})
    elsewhere = {k: v for k, v in names.items() if isinstance(v, torch.device) and v.type != "cpu"}
    names.update(dict.fromkeys(elsewhere, torch.device("cpu")))
    # As a context torch's own default device costs a little at each call: only where it is another one.
    default = torch.get_default_device().type
    try:
        with torch.device("cpu") if default != "cpu" else contextlib.nullcontext():
            yield names
    finally:
        names.update(elsewhere)


@contextlib.contextmanager
def left_as_it_was() -> Iterator[None]:
    """Put back what a check or an answer may change in the notebook: random states, torch's switches, figures."""
    states = random.getstate(), np.random.get_state()
    gradients, dtype = torch.is_grad_enabled(), torch.get_default_dtype()
    pyplot = sys.modules.get("matplotlib.pyplot")
    figures = set(pyplot.get_fignums()) if pyplot else set()
    with torch.random.fork_rng(devices=[]), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.manual_seed(0)
        torch.set_grad_enabled(True)
        torch.set_default_dtype(torch.float32)
        try:
            yield
        finally:
            torch.set_grad_enabled(gradients)
            torch.set_default_dtype(dtype)
            random.setstate(states[0])
            np.random.set_state(states[1])
            if pyplot:
                for number in set(pyplot.get_fignums()) - figures:
                    pyplot.close(number)


def checks(assignment: str) -> Any:
    """Return the checks of an assignment, each under the name of its exercise.

    Args:
        assignment: its name, e.g. ``05_wasserstein``.

    Example:
        >>> check = checks("05_wasserstein")
        >>> check.critic_loss(lambda real, fake: fake.mean() - real.mean())  # doctest: +ELLIPSIS
        ✓ all ...
        ✓ returns a tensor
        ...
    """
    return Checks(assignment)
