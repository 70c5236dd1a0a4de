"""A class of three in a folder of its own, and the toy course it works on."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest
from nbgrader.api import Gradebook

from gan_grading.course import Assignment, Course
from gan_grading.term.classfile import Term, read_term

TOY = Path(__file__).resolve().parents[1] / "toy_course"
CLASS = """
timezone = "Europe/Paris"
[late]
minutes_free = 15
percent_per_day = 10
percent_at_most = 25
[assignments.01_sums]
due = 2026-10-12T23:59:00
"""
ROSTER = """id,first_name,last_name,email,lms_user_id
ada,Ada,Lovelace,ada@example.org,77
emile,Émile,Borel,emile@example.org,78
grace,Grace,Hopper,grace@example.org,
"""
Zipped = Callable[..., Path]


@pytest.fixture
def term(tmp_path: Path) -> Term:
    """The class, in time of Paris: due on 12 October at 21:59 UTC."""
    folder = tmp_path / "class"
    folder.mkdir()
    (folder / "class.toml").write_text(CLASS)
    (folder / "roster.csv").write_text(ROSTER, encoding="utf-8")
    return read_term(folder)


@pytest.fixture(scope="session")
def empty_gradebook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A gradebook with nothing in it: nbgrader takes seconds to make one."""
    path = tmp_path_factory.mktemp("gradebook") / "gradebook.db"
    Gradebook(f"sqlite:///{path}").close()
    return path


@pytest.fixture
def recorded(term: Term, empty_gradebook: Path) -> Term:
    """The class with a gradebook."""
    shutil.copy(empty_gradebook, term.folder)
    return term


@pytest.fixture(scope="session")
def sums() -> Assignment:
    """The toy course's only assignment."""
    return Course(TOY).assignment("01_sums")


@pytest.fixture
def zipped(tmp_path: Path) -> Zipped:
    """A function that makes an archive of notebooks: name, text of the one cell, day and hour of October."""

    def make(*members: tuple[str, str, int, int], name: str = "download.zip") -> Path:
        path = tmp_path / name
        with zipfile.ZipFile(path, "w") as archive:
            for member, text, day, hour in members:
                notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(text)])
                archive.writestr(
                    zipfile.ZipInfo(member, (2026, 10, day, hour, 0, 0)), nbformat.writes(notebook)
                )
        return path

    return make
