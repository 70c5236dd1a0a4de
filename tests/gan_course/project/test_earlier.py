"""A student's earlier answers are found beside the open notebook, judged, and told from the course's own."""

from __future__ import annotations

import json
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import pytest
import torch
from torch import nn

from gan_course.errors import UnknownNameError
from gan_course.exercises.check import play_check
from gan_course.exercises.shelf import record_for
from gan_course.exercises.student.cells import run_source
from gan_course.project import earlier, stand_ins
from gan_course.shipped import find
from gan_grading.course import find_course

RIGHT = "def generator_loss(fake_logits):\n    return -F.logsigmoid(fake_logits).mean()"
WRONG = "def generator_loss(fake_logits):\n    return F.logsigmoid(-fake_logits).mean()"
BREAKS = "def generator_loss(fake_logits):\n    return unknown_name(fake_logits)\n\nraise KeyError('no')"
LOSSES = "04_non_saturating_and_failure_modes"


def begun(base: Path, assignment: str, **answers: str) -> Path:
    """Put a notebook where gan-course start would; return the folder of the capstone's beside it."""
    release = find(assignment)
    data = json.loads(release.notebook.read_text(encoding="utf-8"))
    for cell in data["cells"]:
        name = cell["metadata"].get("nbgrader", {}).get("grade_id")
        cell["source"] = answers.get(name, cell["source"])
    folder = base / release.name
    folder.mkdir(parents=True)
    (folder / release.notebook.name).write_text(json.dumps(data), encoding="utf-8")
    here = base / "13_capstone"
    here.mkdir(exist_ok=True)
    return here


def test_a_right_answer_is_brought_with_its_text_and_a_green_check(tmp_path: Path) -> None:
    found = earlier.part("generator_loss", begun(tmp_path, LOSSES, generator_loss=RIGHT))
    assert found.origin == f"yours, from {LOSSES}; its check is green"
    assert found.text == RIGHT


def test_a_wrong_answer_is_brought_and_called_wrong(tmp_path: Path) -> None:
    found = earlier.part("generator_loss", begun(tmp_path, LOSSES, generator_loss=WRONG))
    assert "its check is red: " in found.origin
    assert found.text == WRONG


def test_a_cell_that_stops_is_brought_and_costs_no_other_part(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    here = begun(tmp_path, LOSSES, generator_loss=BREAKS)
    earlier.bring("generator_loss", "r1_penalty", beside=here)
    first, second = capsys.readouterr().out.splitlines()
    assert "its check cannot be played: KeyError" in first
    assert second.endswith(f"the course's: you have no answer in {LOSSES}")


def test_a_stub_a_missing_notebook_and_a_damaged_one_leave_the_course_s_own(tmp_path: Path) -> None:
    stub = earlier.part("generator_loss", begun(tmp_path / "stub", LOSSES))
    missing = earlier.part("generator_loss", tmp_path)
    here = begun(tmp_path / "damaged", LOSSES)
    (here.parent / LOSSES / "failure_modes.ipynb").write_text("{", encoding="utf-8")
    damaged = earlier.part("generator_loss", here)
    for found in (stub, missing, damaged):
        assert found.origin.startswith("the course's: ")
        assert found.text == "from gan_course.project.stand_ins import generator_loss"
    assert "no whole notebook" in damaged.origin


def test_what_nobody_has_and_what_nobody_asks_for_is_said(tmp_path: Path) -> None:
    found = earlier.part("relativistic_d_loss", tmp_path)
    assert found.origin.startswith("nobody's: ")
    assert not found.text
    with pytest.raises(UnknownNameError, match="did you mean 'generator_loss'"):
        earlier.part("generator_los", tmp_path)


def test_the_text_of_all_parts_runs_as_a_cell_of_the_capstone(tmp_path: Path) -> None:
    here = begun(tmp_path, LOSSES, generator_loss=RIGHT)
    text = earlier.text_of(*(earlier.part(name, here) for name in earlier.PARTS))
    names = {"torch": torch, "nn": nn, "F": nn.functional}
    run_source("parts", text, names)
    assert names["generator_loss"].__code__.co_filename == "<cell parts>"
    assert names["average_weights"] is stand_ins.average_weights
    assert f"# generator_loss: yours, from {LOSSES}" in text


def allowing(ready_made: bool = False) -> AbstractContextManager[None]:
    """Judge an answer as where the library's own code is allowed."""
    return nullcontext()


@pytest.mark.parametrize("name", [name for name in earlier.PARTS if hasattr(stand_ins, name)])
def test_the_course_s_own_parts_do_what_their_lesson_asks_and_are_no_answers_there(name: str) -> None:
    """Where ready-made code is allowed a stand-in passes its lesson's own experiment; there it is refused."""
    assignment = find_course().assignment(earlier.PARTS[name])
    assert play_check(record_for(assignment.name, name), getattr(stand_ins, name)).result.points == 0
    answer = getattr(stand_ins, name)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("gan_course.exercises.student.operations.an_answer_is_judged", allowing)
        result = play_check(record_for(assignment.name, name), answer).result
    assert result.is_full, result.findings
