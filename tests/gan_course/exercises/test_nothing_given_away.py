"""Nothing that can be called in the student's package, called as an answer, earns a point."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import gan_course
from gan_course.exercises.check import play_check
from gan_course.exercises.shelf import in_library, record_for
from gan_course.training.loss_pairs import LOSSES
from gan_course.training.penalties import R1, GradientPenalty
from gan_grading.course import find_course
from gan_grading.keys.load import keys_in
from gan_grading.selfcheck.trial import quiet

ROOT = Path(__file__).parents[3]
ASSIGNMENTS = {a.name: a for a in find_course(ROOT).assignments if in_library(a.name)}
# Where an exercise's text says that using the library's own function is allowed.
ALLOWED: dict[str, set[str]] = {}


def _callables() -> Iterator[tuple[str, Callable[..., Any]]]:
    seen = set()
    for module in pkgutil.walk_packages(gan_course.__path__, "gan_course."):
        if ".checks" in module.name or module.name.endswith("__main__"):
            continue
        found = importlib.import_module(module.name)
        for name, value in vars(found).items():
            own = getattr(value, "__module__", "") == module.name
            if own and callable(value) and id(value) not in seen:
                seen.add(id(value))
                yield f"{module.name}.{name}", value


def _made() -> Iterator[tuple[str, Callable[..., Any]]]:
    """What the library's factories make: losses by name, penalties with a weight."""
    for name, pair in LOSSES.items():
        yield f"losses({name!r}).d", pair.d
        yield f"losses({name!r}).g", pair.g
    for penalty in (R1(1.0), R1(2.0), GradientPenalty(1.0), GradientPenalty(10.0)):
        yield repr(penalty), penalty
        yield f"{penalty!r} with two arguments", lambda d, x, *_, penalty=penalty: penalty(d, x, x)


CALLABLES = dict((*_callables(), *_made()))


def _could_be(given: Callable[..., Any], right: Callable[..., Any]) -> bool:
    """Whether it takes as many arguments as the answer asked for."""
    try:
        wanted = [p for p in inspect.signature(right).parameters.values() if p.kind is not p.VAR_KEYWORD]
        needed = sum(p.default is p.empty and p.kind is not p.VAR_POSITIONAL for p in wanted)
        inspect.signature(given).bind(*[0] * needed)
    except (TypeError, ValueError):
        return False
    return True


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_no_function_of_the_package_is_an_answer(assignment: str) -> None:
    keys = keys_in(ASSIGNMENTS[assignment].source.parent)
    given_away = []
    for exercise in in_library(assignment):
        right = keys[exercise].right
        if not callable(right):
            continue
        record = record_for(assignment, exercise)
        for name, value in CALLABLES.items():
            if not _could_be(value, right) or name in ALLOWED.get(exercise, ()):
                continue
            with quiet():
                if play_check(record, value).result.points:
                    given_away.append(f"{exercise}: {name}")
    assert given_away == []


def test_a_record_holds_no_right_answer_of_a_question() -> None:
    for assignment in ASSIGNMENTS:
        for name in in_library(assignment):
            record = record_for(assignment, name)
            if record.experiment.kind == "question":
                assert not record.wanted
                assert not record.misconceptions
                assert not record.mistakes
