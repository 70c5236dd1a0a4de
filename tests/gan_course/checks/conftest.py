"""What the tests of all lessons' checks share."""

from __future__ import annotations

import functools
import importlib
import logging
import warnings
from pathlib import Path

import pytest

from gan_grading.course import Assignment, find_course
from gan_grading.selfcheck.bank import BankAnswer, read_answers
from gan_grading.selfcheck.namespace import solved_namespace

ROOT = Path(__file__).parents[3]


@functools.cache
def _assignment(lesson: str) -> Assignment:
    (assignment,) = (a for a in find_course(ROOT).assignments if a.source.stem == lesson)
    return assignment


@functools.cache
def _solved(lesson: str) -> dict[str, object]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GAN_COURSE_SKIP_DEMOS", "1")
        return solved_namespace(_assignment(lesson))


@pytest.fixture
def lesson(request) -> str:
    """The lesson tested, as its module in ``gan_course.checks`` is called: the name of the test's folder."""
    return request.path.parent.name


@pytest.fixture
def solved(lesson) -> dict[str, object]:
    """The names of the lesson's notebook, as a student has them who solved everything."""
    return dict(_solved(lesson))


@pytest.fixture
def from_bank(solved):
    """Run one answer of the bank in a solved notebook and return what the exercise's name stands for."""

    def run(answer: BankAnswer) -> object:
        namespace = dict(solved)
        exec(compile(answer.source, answer.name, "exec"), namespace)
        return namespace[answer.exercise]

    return run


@pytest.fixture
def wrong_answer(lesson, from_bank):
    """Run the wrong answer of the bank that is called so."""

    def run(exercise: str, name: str) -> object:
        file = ROOT / "tests" / "banks" / _assignment(lesson).name / f"{exercise}.py"
        (answer,) = (a for a in read_answers(file) if a.verdict == "wrong" and a.name == name)
        return from_bank(answer)

    return run


@pytest.fixture
def printed(capsys, lesson):
    """Run one check and return its lines; nothing may reach stderr, unless the answer itself is noisy."""

    def run(name: str, answer: object, is_noisy: bool = False) -> list[str]:
        checks = importlib.import_module(f"gan_course.checks.{lesson}")
        capsys.readouterr()
        if is_noisy:
            logging.disable(logging.CRITICAL)
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                getattr(checks, name)(answer)
        finally:
            logging.disable(logging.NOTSET)
        captured = capsys.readouterr()
        if is_noisy:
            return [line for line in captured.out.splitlines() if line[:1] in "✓✗· "]
        assert captured.err == ""
        return captured.out.splitlines()

    return run


@pytest.fixture
def red(printed):
    """Run one check on a wrong answer and return its ✗ line with the teaching sentence in one line each."""

    def run(name: str, answer: object) -> tuple[str, str]:
        lines = printed(name, answer)
        first = next((i for i, line in enumerate(lines) if line.startswith("✗")), None)
        assert first is not None, f"{name} accepted a wrong answer: {lines}"
        teach = []
        for line in lines[first + 1 :]:
            if not line.startswith("  "):
                break
            teach.append(line.strip())
        return lines[first], " ".join(teach)

    return run
