"""Whose time it is: what the grader repeats takes nothing from the student, and too late is never a zero."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from gan_grading.classroom.cluster import cores
from gan_grading.course import Assignment
from gan_grading.engine import Grader, Limits, Pool, Result, choose_sandbox
from gan_grading.engine.match import find_answers
from gan_grading.engine.plan import make_plan
from gan_grading.engine.rebuild import rebuild
from gan_grading.engine.submitted import read_cells
from tests.banks.hostile.entry import answering, code_cell, place_of
from tests.gan_grading.engine.conftest import LIMITS

Make = Callable[[], dict[str, Any]]
SLOW = {
    "fence": "```\n" + "\n" * 200_000 + "x",
    "lines": "x = 1\n" * 40_000,
    "magics": "%x\n" * 80_000,
    "brackets": "(" * 250_000,
    "quotes": "'" * 250_000,
    "commas": "a," * 120_000,
    "escapes": '"""\\' * 60_000,
    "targets": "a = " * 60_000,
    "parts": ";" * 250_000,
    "colons": "f:" * 120_000,
    "marks": "a" + "\u0301\u0323" * 100_000,
}
LOOPS = "def {0}(*arguments):\n    while True: pass"


def graded(assignment: Assignment, notebook: dict[str, Any], limits: Limits) -> Result:
    with Pool(choose_sandbox(), limits) as pool:
        pool.warm()
        return Grader(assignment, seed=7, pool=pool).grade(notebook)


def looping(notebook: dict[str, Any], own: str) -> dict[str, Any]:
    """Let two answers loop after a cell of the student's own."""
    names = ("discriminator_loss", "saturating_generator_loss")
    answering(**{name: LOOPS.format(name) for name in names})(notebook)
    notebook["cells"].insert(place_of(notebook, names[0]), code_cell(own))
    return notebook


def test_running_cells_again_is_the_graders_time(assignment: Assignment, correct: Make) -> None:
    """Right answers after two that hang keep their points, though the own cells ran three times."""
    limits = replace(LIMITS, request_s=2.0, exercise_s=5.0, submission_s=21.0, replays_s=90.0)
    result = graded(assignment, looping(correct(), "import time\ntime.sleep(5)"), limits)
    assert [each.points for each in result.exercises] == [0, 0, 2, 5]


def test_an_exercise_that_came_too_late_is_ungraded(assignment: Assignment, correct: Make) -> None:
    limits = replace(LIMITS, submission_s=2.0)
    notebook = correct()
    notebook["cells"].insert(
        place_of(notebook, "saturating_generator_loss"), code_cell("import time\ntime.sleep(5)")
    )
    result = graded(assignment, notebook, limits)
    assert [each.points for each in result.exercises] == [6, None, None, None]
    assert "longer than the 2 s" in result.exercises[1].note
    assert result.status == "ungraded"


def test_repeating_has_an_end_and_it_is_no_zero(assignment: Assignment, correct: Make) -> None:
    """Answers that hang one after another must not keep the grader busy for ever."""
    limits = replace(LIMITS, request_s=1.0, exercise_s=1.0, replays_s=5.0)
    started = time.monotonic()
    result = graded(assignment, looping(correct(), "import time\ntime.sleep(4)"), limits)
    assert time.monotonic() - started < 40
    assert result.exercises[0].points == 0
    assert {each.points for each in result.exercises[2:]} == {None}
    assert "again took more than 5 s" in result.exercises[-1].note


@pytest.mark.parametrize("text", SLOW.values(), ids=SLOW.keys())
def test_text_is_read_in_linear_time(assignment: Assignment, correct: Make, text: str) -> None:
    """The grader itself reads what a stranger wrote: no text may keep it for longer than a moment."""
    notebook = correct()
    for kind in ("code", "markdown"):
        notebook["cells"].append({**code_cell(text), "cell_type": kind})
    plan = make_plan(assignment)
    started = time.process_time()
    cells, _ = read_cells(notebook, Limits())
    found = find_answers(plan, cells)
    rebuild(plan, cells, Limits())
    assert time.process_time() - started < 8
    assert all(answer.source for answer in found.values())


def test_a_busy_machine_fails_nobody_and_a_sleeper_is_stopped_on_it(
    assignment: Assignment, correct: Make
) -> None:
    """Time for which a process has no core is the machine's; time in which it wants none is its own."""
    busy, sleeps = correct(), correct()
    work = "import time\nend = time.process_time() + 1.2\nwhile time.process_time() < end: pass"
    for notebook, text in ((busy, work), (sleeps, "import time\ntime.sleep(30)")):
        answer = next(c for c in notebook["cells"] if c.get("id") == "discriminator_loss")
        answer["source"] = f"{text}\n{answer['source']}"
    limits = replace(LIMITS, cell_s=2.0)
    with Pool(choose_sandbox(), limits) as pool:
        pool.warm()
        grader = Grader(assignment, seed=7, pool=pool)
        others = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(3 * cores())]
        try:
            first, second = grader.run(busy), grader.run(sleeps)
        finally:
            for other in others:
                other.kill()
                other.wait()
    assert first.result.exercise("discriminator_loss").points == 6
    stopped = second.result.exercise("discriminator_loss").findings
    assert [finding.misconception for finding in stopped] == ["too_slow"]
    assert (first.hurried, second.hurried) == (False, True)
