"""A notebook carries the records of its own checks; the library's are there where it does not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from gan_course.exercises import checks
from gan_course.exercises.record import RecordError
from gan_course.exercises.shelf import LIBRARY, packed, record_for
from gan_course.shipped import METADATA

ASSIGNMENT = "05_wasserstein"


def stored() -> str:
    return (LIBRARY / f"{ASSIGNMENT}.json").read_text(encoding="utf-8")


def notebook(folder: Path, records: str, name: str = "mine (1).ipynb") -> None:
    """Write a notebook that carries records, under whatever name a student gave it."""
    content = {"cells": [], "metadata": {METADATA: packed(ASSIGNMENT, records)}, "nbformat": 4}
    (folder / name).write_text(json.dumps(content), encoding="utf-8")


def changed(**entry: Any) -> str:
    data = json.loads(stored())
    data["exercises"]["critic_loss"].update(entry)
    return json.dumps(data)


def test_the_notebooks_own_record_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert record_for(ASSIGNMENT, "critic_loss").key != "mine"
    notebook(tmp_path, changed(key="mine"))
    assert record_for(ASSIGNMENT, "critic_loss").key == "mine"


def test_an_exercise_of_ones_own_needs_no_other_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    data = json.loads(stored())
    data["exercises"] = {"my_loss": data["exercises"]["critic_loss"]}
    notebook(tmp_path, json.dumps(data))
    checks(ASSIGNMENT).my_loss(lambda real, fake: fake.mean() - real.mean())
    assert capsys.readouterr().out.startswith("✓ all ")


def test_a_record_the_library_cannot_play_gives_way_to_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    notebook(tmp_path, changed(version=99))
    assert record_for(ASSIGNMENT, "critic_loss").version != 99


@pytest.mark.parametrize("text", ["not a notebook", "{}", '{"metadata": {"gan_course": {"assignment": 3}}}'])
def test_other_files_in_the_folder_do_no_harm(
    text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "other.ipynb").write_text(text, encoding="utf-8")
    assert record_for(ASSIGNMENT, "critic_loss")


def test_an_unknown_exercise_says_which_are_known() -> None:
    with pytest.raises(RecordError, match=r"no check for 'nothing'.*critic_loss"):
        record_for(ASSIGNMENT, "nothing")
