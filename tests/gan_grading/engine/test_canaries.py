"""What a process says of itself is tried with answers of the grader's own, in a copy that leaves nothing."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import pytest

from gan_course.exercises.student.handle import Student
from gan_grading.engine import Grader, Pool
from gan_grading.engine.canaries import CANARIES, NOTICE, report_of
from gan_grading.engine.job import Job
from gan_grading.engine.plan import Plan
from tests.banks.hostile import ENTRIES
from tests.banks.hostile.lying import lying_cells

Make = Callable[[], dict[str, Any]]
NAMES = ("more", "discriminator_loss")


@pytest.mark.parametrize("canary", CANARIES, ids=lambda c: c.source[:24])
def test_an_honest_process_shows_each_canary(
    pool: Pool, canary: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gan_grading.engine.canaries.CANARIES", (canary,) * 4)
    session = pool.open()
    try:
        session.run_cell("a", "import torch\nkept = 1")
        assert report_of(session, random.Random(3), NAMES) == "truth"
    finally:
        session.close()


@pytest.mark.parametrize("form", ["always", "own functions", "puts back"])
def test_a_lying_process_is_found_out_and_goes_on_answering(pool: Pool, form: str) -> None:
    session = pool.open()
    try:
        session.run_cell("a", "kept = 41\ndef more(x):\n    return x + 1")
        session.run_cell("b", lying_cells(NAMES)[form])
        assert any(report_of(session, random.Random(seed), NAMES) == "lie" for seed in range(3))
        # What the copy did is not here: the student's own functions are as before.
        assert Student(session).call("more", 41).value == 42
        names = session.run_cell("c", "print('discriminator_loss' in dir())")
        assert "False" in str(names.outputs)
    finally:
        session.close()


@pytest.mark.parametrize("form", ["always", "own functions"])
def test_who_lies_is_marked_and_not_believed(grader: Grader, correct: Make, form: str) -> None:
    honest = grader.grade(correct())
    assert NOTICE not in honest.notices
    notebook = correct()
    names = tuple(test.exercise for test in grader.plan.tests)
    source = lying_cells(names)[form]
    cell = {"cell_type": "code", "id": "own", "metadata": {}, "source": source}
    notebook["cells"].insert(2, {**cell, "outputs": [], "execution_count": None})
    found = grader.grade(notebook)
    assert NOTICE in found.notices
    assert found.points < honest.points


def test_torch_broken_by_an_answer_is_no_lie_of_the_notebook(
    grader: Grader, correct: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin = Job.__init__

    def trying_everywhere(job: Job, plan: Plan, *rest: Any) -> None:
        begin(job, plan, *rest)
        job._tried_at = {test.name for test in plan.tests if test.probed}

    calling = [canary for canary in CANARIES if "network(x)" in canary.source]
    monkeypatch.setattr("gan_grading.engine.canaries.CANARIES", calling * 4)
    monkeypatch.setattr(Job, "__init__", trying_everywhere)
    (entry,) = [each for each in ENTRIES if each.name == "replaces_torch_when_called"]
    found = grader.grade(entry.build(correct()))
    assert NOTICE not in found.notices
    assert {each.exercise: each.points for each in found.exercises} == entry.points
