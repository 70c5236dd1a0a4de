"""What a run on all cores reads of a class: a renamed notebook as its own, what is none as nobody's zero."""

from __future__ import annotations

from pathlib import Path

import pytest

from gan_grading.classroom.submissions import read_submissions
from gan_grading.nbgrader.application import autograde_converter, nbgrader_app
from gan_grading.nbgrader.engine import ODDITIES
from gan_grading.nbgrader.execute import RUN_RECORD
from gan_grading.release.mark import read_mark
from tests.gan_grading.engine.classes import NAME, Classroom


def test_a_renamed_notebook_is_read_and_its_release_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = Classroom(tmp_path)
    room.hand_in("ann").joinpath("minimax.ipynb").rename(room.folder("ann") / "minimax (1).ipynb")
    room.hand_in("bob")
    room.hand_in("eve", b"{}").joinpath("minimax.ipynb").rename(room.folder("eve") / "poem.ipynb")
    monkeypatch.setenv("GAN_COURSE_DIR", str(room.course))
    monkeypatch.setenv("GAN_COURSE_ROOT", str(room.root))
    converter = autograde_converter(nbgrader_app(NAME))
    ann, bob = read_submissions(converter, "minimax.ipynb", (), "version", 1)
    assert (ann.student, ann.path.name) == ("ann", "minimax.ipynb")
    assert len(ann.notebook.cells) == len(bob.notebook.cells)
    assert "recognised by its cells" in ann.notebook.metadata[RUN_RECORD][ODDITIES][0]
    assert read_mark(bob.notebook.metadata) == read_mark(room.correct["metadata"])
    assert [each.student for each in converter.left_out] == ["eve"]
    assert "poem.ipynb holds too little of 03_minimax" in converter.left_out[0].reason
