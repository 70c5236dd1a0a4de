"""What a student reads under a check: one wrong answer of the bank for each misconception, word for word.

After a change of words that is meant, run pytest on this file with ``--snapshot-update``.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from gan_course.exercises.check import NOT_WRITTEN, play_check, show_check
from gan_course.exercises.record import Record
from gan_course.exercises.shelf import in_library, record_for
from gan_course.exercises.student.cells import run_source
from gan_grading.course import find_course
from gan_grading.selfcheck.bank import BankAnswer, read_answers
from gan_grading.selfcheck.namespace import solved_namespace
from gan_grading.selfcheck.trial import quiet

ROOT = Path(__file__).parents[3]
ASSIGNMENTS = {a.name: a for a in find_course(ROOT).assignments if in_library(a.name)}
# Another processor rounds otherwise, and a folder is made for each play: the words are kept, not the digits.
NUMBER = re.compile(r"[−-]?\d+\.\d+(e[−-]?\d+)?")
FOLDER = re.compile(r"'/\S*/probe-\w+/")


def recorded(assignment: str) -> dict[str, Record]:
    """Return the records of exercises that are written in code."""
    known = {name: record_for(assignment, name) for name in in_library(assignment)}
    return {name: record for name, record in known.items() if record.experiment.kind != "question"}


def one_of_each(answers: list[BankAnswer]) -> dict[str, BankAnswer]:
    """Return the first wrong answer for each misconception."""
    found: dict[str, BankAnswer] = {}
    for answer in answers:
        if not answer.is_right and answer.misconception:
            found.setdefault(answer.misconception, answer)
    return found


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_each_misconception_is_told_in_these_words(
    assignment: str, snapshot: SnapshotAssertion, capsys: pytest.CaptureFixture[str]
) -> None:
    solved = solved_namespace(ASSIGNMENTS[assignment])
    for exercise, record in recorded(assignment).items():
        bank = one_of_each(read_answers(ROOT / "tests" / "banks" / assignment / f"{exercise}.py"))
        texts = {}
        for misconception, answer in bank.items():
            own = dict(solved)
            with quiet():
                run_source(exercise, answer.source, own)
            capsys.readouterr()
            show_check(record, own[exercise])
            texts[misconception] = FOLDER.sub("'FOLDER/", NUMBER.sub("#", capsys.readouterr().out))
        assert texts == snapshot(name=exercise)


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_a_stub_is_not_called_wrong(assignment: str, capsys: pytest.CaptureFixture[str]) -> None:
    def stub(*_: object, **__: object) -> None:
        raise NotImplementedError

    for record in recorded(assignment).values():
        show_check(record, stub)
        assert capsys.readouterr().out.strip() == NOT_WRITTEN


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_odd_answers_never_break_a_check(assignment: str) -> None:
    """Whatever comes back, a check says something and raises nothing."""
    odd = (None, float("nan"), 10**400, [], [None] * 8, "text", object(), {"a": []})
    for exercise, record in recorded(assignment).items():
        for value in odd:
            with quiet():
                result = play_check(record, lambda *_, value=value, **__: value).result
            assert not result.is_full, f"{exercise} is green for {value!r}"
