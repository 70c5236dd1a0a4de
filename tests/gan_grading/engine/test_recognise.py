"""The notebook of a submission is known by its cells, and nothing else is taken for it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from gan_grading.course import Assignment
from gan_grading.engine.recognise import recognise

Make = Callable[[], dict[str, Any]]


def write(folder: Path, name: str, notebook: dict[str, Any]) -> None:
    (folder / name).write_text(json.dumps(notebook))


def stripped(notebook: dict[str, Any]) -> dict[str, Any]:
    """What an editor leaves that knows no metadata."""
    for cell in notebook["cells"]:
        cell["metadata"] = {}
        cell.pop("id", None)
    return notebook


@pytest.mark.parametrize("name", ["minimax (1).ipynb", "Copy of minimax.ipynb", "homework_final.ipynb"])
def test_the_only_notebook_is_recognised_under_any_name(
    name: str, tmp_path: Path, assignment: Assignment, correct: Make
) -> None:
    write(tmp_path, name, correct())
    write(tmp_path, "scratch.ipynb", {"cells": [{"cell_type": "code", "source": "x = 1"}]})
    found = recognise(tmp_path, assignment)
    assert found.path == tmp_path / name
    assert name in found.notices[0]


def test_names_stand_in_for_ids_that_were_lost(tmp_path: Path, assignment: Assignment, correct: Make) -> None:
    write(tmp_path, "renamed.ipynb", stripped(correct()))
    assert recognise(tmp_path, assignment).path == tmp_path / "renamed.ipynb"


def test_the_right_name_comes_first_and_a_copy_beside_it_is_told(
    tmp_path: Path, assignment: Assignment, correct: Make
) -> None:
    write(tmp_path, "minimax.ipynb", correct())
    assert recognise(tmp_path, assignment).notices == ()
    write(tmp_path, "minimax (1).ipynb", correct())
    found = recognise(tmp_path, assignment)
    assert found.path == tmp_path / "minimax.ipynb"
    assert "minimax (1).ipynb holds this assignment too" in found.notices[0]


def test_two_that_could_be_it_are_not_guessed_between(
    tmp_path: Path, assignment: Assignment, correct: Make
) -> None:
    for name in ("a.ipynb", "b.ipynb"):
        write(tmp_path, name, correct())
    found = recognise(tmp_path, assignment)
    assert found.path is None
    assert "a.ipynb, b.ipynb could each be it" in found.reason


def test_another_assignment_a_broken_file_and_a_link_are_none(
    tmp_path: Path, assignment: Assignment, correct: Make
) -> None:
    other = correct()
    keep = ("discriminator_loss", "test_discriminator_loss")  # one name that several assignments share
    other["cells"] = [cell for cell in other["cells"] if cell["id"] in keep]
    folder = tmp_path / "in"
    folder.mkdir()
    write(folder, "other.ipynb", other)
    (folder / "broken.ipynb").write_text("{")
    write(tmp_path, "elsewhere.ipynb", correct())
    (folder / "link.ipynb").symlink_to(tmp_path / "elsewhere.ipynb")
    found = recognise(folder, assignment)
    assert found.path is None
    assert "other.ipynb holds too little of 03_minimax" in found.reason
    assert "link" not in found.reason


def test_an_empty_folder_says_so(tmp_path: Path, assignment: Assignment) -> None:
    assert recognise(tmp_path, assignment).reason == "there is no notebook in its folder"
