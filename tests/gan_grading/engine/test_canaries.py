"""What a process says of itself is tried with answers of the grader's own, in a copy that leaves nothing."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import pytest

from gan_course.exercises.student.handle import Student
from gan_grading.engine import Grader, Pool
from gan_grading.engine.canaries import CANARIES, NOTICE, reports_wrongly

Make = Callable[[], dict[str, Any]]
# A cell that answers for the worker: always, whatever was done.
LYING = """
from gan_course.exercises.student import operations as _o
_O = _o.Operations
_parameters, _twice = _O.parameters, _O.twice
def _all_trainable(self, module):
    return [{**p, "trainable": True} for p in _parameters(self, module)]
def _untouched(self, target, args, seed=None):
    given = [a.clone() if hasattr(a, "clone") else a for a in args]
    found = _twice(self, target, args, seed)
    return {**found, "after": given, "touched": [False] * len(args)}
_O.mode = lambda self, module, training=None: True
_O.parameters = _all_trainable
_O.twice = _untouched
_O.random_seed = lambda self, new=None: 77 if new is None else new
"""


@pytest.mark.parametrize("canary", CANARIES, ids=lambda c: c.source[:24])
def test_an_honest_process_shows_each_canary(
    pool: Pool, canary: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gan_grading.engine.canaries.CANARIES", (canary,) * 4)
    session = pool.open()
    try:
        session.run_cell("a", "import torch\nkept = 1")
        assert not reports_wrongly(session, random.Random(3))
    finally:
        session.close()


def test_a_lying_process_is_found_out_and_goes_on_answering(pool: Pool) -> None:
    session = pool.open()
    try:
        session.run_cell("a", "kept = 41\ndef more(x):\n    return x + 1")
        session.run_cell("b", LYING)
        assert any(reports_wrongly(session, random.Random(seed)) for seed in range(3))
        # What the copy did is not here: no name of a canary, and the student's own names as before.
        assert Student(session).call("more", 41).value == 42
        names = session.run_cell("c", "print([n for n in dir() if n.endswith(tuple('0123456789'))])")
        assert "step" not in str(names.outputs)
    finally:
        session.close()


def test_who_lies_is_marked_and_not_believed(grader: Grader, correct: Make) -> None:
    honest = grader.grade(correct())
    assert NOTICE not in honest.notices
    notebook = correct()
    cell = {
        "cell_type": "code",
        "id": "own",
        "metadata": {},
        "source": LYING,
        "outputs": [],
        "execution_count": None,
    }
    notebook["cells"].insert(2, cell)
    found = grader.grade(notebook)
    assert NOTICE in found.notices
    assert found.points < honest.points
