"""The hostile bank against the engine: the right score for each, and words that say why."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from gan_grading.engine import Grader, Result
from tests.banks.hostile import ENTRIES, Entry
from tests.banks.hostile.entry import FULL


def words(result: Result) -> str:
    """Return everything a person is told about a submission."""
    findings = [f"{f.message} {f.hint}" for each in result.exercises for f in each.findings]
    return "\n".join([*result.notices, *findings])


def test_the_bank_has_no_name_twice_and_is_large_enough() -> None:
    """A doubled name would hide an entry from the report of a failing run."""
    names = [entry.name for entry in ENTRIES]
    assert len(set(names)) == len(names)
    assert len(names) >= 60


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
def test_each_submission_gets_what_it_deserves(
    entry: Entry, grader: Grader, correct: Callable[[], dict[str, Any]]
) -> None:
    """No undeserved point, no false zero, nothing left unscored, and a reason for what was lost or odd."""
    result = grader.grade(entry.build(correct()))
    assert {each.exercise: each.points for each in result.exercises} == entry.points, words(result)
    assert entry.says in words(result)
    assert all(each.is_full or each.findings for each in result.exercises)


def test_a_neighbour_is_untouched(grader: Grader, correct: Callable[[], dict[str, Any]]) -> None:
    """After the whole bank has passed through, the same warm parent still grades a correct submission."""
    result = grader.grade(correct())
    assert {each.exercise: each.points for each in result.exercises} == FULL
    assert result.notices == ()
