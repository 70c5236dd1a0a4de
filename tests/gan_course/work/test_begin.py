"""Beginning, a changed release, one exercise brought back: nothing a student wrote is ever lost."""

from __future__ import annotations

import json
import shutil

import pytest

from gan_course import shipped
from gan_course.errors import AssignmentError
from gan_course.shipped import find
from gan_course.work.begin import begin, is_outdated
from gan_course.work.fresh import bring_back, whose
from gan_course.work.notebook import Notebook, source, write_whole

from .helpers import RIGHT, answer_in, begun, written


@pytest.fixture
def changed_release(tmp_path, monkeypatch):
    """A later release of 00: one check and one passage of text are not what they were."""
    home = tmp_path / "later"
    shutil.copytree(find("0").folder, home / "00_start_here")
    path = home / "00_start_here" / "start.ipynb"
    notebook = Notebook.read(path)
    notebook.answers["slope"]["source"] = source(notebook.answers["slope"]) + "# a new line\n"
    text = next(c for c in notebook.cells if "## Downhill" in source(c))
    text["source"] = source(text) + "\nOne more sentence."
    write_whole(path, notebook.text().encode())

    def use() -> None:
        monkeypatch.setattr(shipped, "notebooks_folder", lambda: home)

    return use


def test_a_changed_release_comes_beside_with_the_answers_in_it(tmp_path, changed_release):
    mine = begun(tmp_path / "work", distances=RIGHT)
    before = mine.read_bytes()
    changed_release()
    again = begin(find("0"), tmp_path / "work")
    assert mine.read_bytes() == before
    assert not again.copied
    assert again.newer is not None
    assert answer_in(again.newer, "distances") == RIGHT
    assert "# a new line" in answer_in(again.newer, "slope"), "an unwritten answer begins as the release does"
    assert list(again.changes) == [
        "exercise slope: what the cell begins with changed",
        "text changed, under: Downhill: slopes become learning",
    ]


def test_the_new_release_is_brought_once_and_its_own_work_is_kept(tmp_path, changed_release):
    begun(tmp_path / "work")
    changed_release()
    newer = begin(find("0"), tmp_path / "work").newer
    written(newer, distances=RIGHT)
    assert begin(find("0"), tmp_path / "work").newer == newer
    assert answer_in(newer, "distances") == RIGHT
    assert not is_outdated(find("0"), newer)


def test_the_same_release_brings_nothing_beside(tmp_path):
    mine = begun(tmp_path)
    assert begin(find("0"), tmp_path).newer is None
    assert sorted(p.name for p in mine.parent.iterdir()) == [".gan-course", "start.ipynb"]


def test_fresh_brings_one_cell_back_and_keeps_the_text(tmp_path):
    mine = begun(tmp_path, distances=RIGHT, descend="def descend(): pass\n")
    kept = bring_back(whose("distances", tmp_path, None), "distances", find("0").notebook)
    assert kept.read_text() == RIGHT
    assert "raise NotImplementedError()" in answer_in(mine, "distances")
    assert answer_in(mine, "descend") == "def descend(): pass\n"


def test_fresh_names_the_exercises_there_are(tmp_path):
    begun(tmp_path)
    with pytest.raises(ValueError, match="no exercise is called 'distance': did you mean 'distances'"):
        whose("distance", tmp_path, None)


def test_an_exercise_of_two_assignments_asks_which(tmp_path):
    begin(find("3"), tmp_path)
    begin(find("7"), tmp_path)
    with pytest.raises(AssignmentError, match="is in 03_minimax and 07_conditional_gan"):
        whose("discriminator_loss", tmp_path, None)
    assert whose("discriminator_loss", tmp_path, find("7")).parent.name == "07_conditional_gan"


def test_half_a_notebook_is_said_in_one_line(tmp_path):
    mine = begun(tmp_path)
    mine.write_text(mine.read_text()[:1000])
    with pytest.raises(AssignmentError, match="is no whole notebook"):
        Notebook.read(mine)


def test_a_write_that_fails_leaves_the_old_file(tmp_path, monkeypatch):
    """As on a full disk."""
    path = tmp_path / "work.ipynb"
    path.write_text("old")

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(AssignmentError, match="No space left"):
        write_whole(path, b"new")
    assert path.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["work.ipynb"]


def test_a_notebook_keeps_what_jupyter_wrote(tmp_path):
    """Writing one answer changes no other byte of it."""
    mine = begun(tmp_path)
    before = json.loads(mine.read_text())
    written(mine, distances=RIGHT)
    after = json.loads(mine.read_text())
    differing = [a["id"] for a, b in zip(after["cells"], before["cells"], strict=True) if a != b]
    assert differing == ["distances"]
