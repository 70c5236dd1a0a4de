"""The gradebook in PostgreSQL, named in nbgrader's own settings: all commands, a run cut off included."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from gan_grading.cli import main
from gan_grading.nbgrader.application import nbgrader_app
from tests.gan_grading.classroom import postgres
from tests.gan_grading.classroom.rooms import autograded, gradebook, inside, journaled
from tests.gan_grading.engine.classes import NAME, Classroom

SETTINGS = """
from gan_grading.nbgrader.settings import configure

c = get_config()
configure(c)
c.CourseDirectory.db_url = {url!r}
"""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with postgres.server() as url:
        yield url


def test_a_class_is_graded_into_postgresql(
    tmp_path: Path, address: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    room = Classroom(tmp_path)
    (tmp_path / "nbgrader_config.py").write_text(SETTINGS.format(url=address))
    room.hand_in("alice")
    room.hand_in("bob", b"no notebook")
    with inside(room):
        release(NAME)
        # Cut off after the results are in the journal and before anything is written.
        with monkeypatch.context() as patch:
            patch.setattr("gan_grading.classroom.autograde.BatchWriter.write", interrupted)
            assert main(["autograde", NAME, "--jobs", "1"]) == 130
        assert gradebook(address)["grades"] == set()
        assert main(["autograde", NAME]) == 0
        assert "taken from an earlier run" in capsys.readouterr().out
        assert main(["feedback", NAME, "--jobs", "1"]) == 0
    scores = {row[:3] for row in gradebook(address)["grades"]}
    assert {("alice", "test_discriminator_loss", 6.0), ("bob", "test_discriminator_loss", 0.0)} < scores
    assert len(scores) == 8
    assert sorted(autograded(room)) == ["alice", "bob"]
    assert sorted(journaled(room)) == ["alice", "bob"]
    assert not (room.root / "gradebook.db").exists()
    page = (room.root / "feedback" / "alice" / NAME / "minimax.html").read_text()
    assert "Score: 17.0 / 17.0" in page
    assert "class@" not in page


def release(name: str) -> None:
    """What ``nbgrader generate_assignment`` does, with the settings in this folder."""
    from nbgrader.converters import GenerateAssignment

    app = nbgrader_app(name)
    GenerateAssignment(coursedir=app.coursedir, parent=app).start()


def interrupted(*_: object) -> None:
    raise KeyboardInterrupt
