"""A toy course in a folder of its own, and a way to edit its source."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from gan_grading.course import Assignment, Course

TOY = Path(__file__).resolve().parents[2] / "toy_course"


@pytest.fixture
def toy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Course:
    """A copy of the toy course whose notebooks find its checks and probes."""
    folder = tmp_path / "toy"
    shutil.copytree(TOY, folder, ignore=shutil.ignore_patterns("*.ipynb", "__pycache__"))
    (folder / "course").mkdir()
    monkeypatch.setenv("PYTHONPATH", str(folder))
    return Course(folder)


@pytest.fixture
def sums(toy: Course) -> Assignment:
    """The toy course's only assignment."""
    return toy.assignment("01_sums")


@pytest.fixture(scope="session")
def released_toy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The toy course after one release; to be copied, not changed."""
    from gan_grading.release.pipeline import release

    folder = tmp_path_factory.mktemp("released") / "toy"
    shutil.copytree(TOY, folder, ignore=shutil.ignore_patterns("*.ipynb", "__pycache__"))
    course = Course(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(folder))
        release(course, course.assignment("01_sums"))
    return folder


@pytest.fixture
def released(released_toy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Course:
    """A copy of the released toy course."""
    folder = tmp_path / "released"
    shutil.copytree(released_toy, folder)
    monkeypatch.setenv("PYTHONPATH", str(folder))
    return Course(folder)
