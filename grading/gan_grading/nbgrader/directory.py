"""Where a class lives: nbgrader's own description of its folders and gradebook, for commands of gan-grade."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from nbgrader.api import Gradebook
from nbgrader.coursedir import CourseDirectory
from sqlalchemy import create_engine, inspect
from sqlalchemy.exc import SQLAlchemyError

from gan_grading.course import Course, course_named
from gan_grading.errors import GradingError
from gan_grading.nbgrader.application import nbgrader_app
from gan_grading.term.classfile import CLASS_FILE, ClassError, Term, read_term
from gan_grading.term.place import MEND, RULE, class_named


class NoGradebookError(GradingError):
    """A class without a gradebook that can be read."""


def class_directory(course: Course | None = None, folder: Path | None = None) -> CourseDirectory:
    """Return nbgrader's description of a class: its folders and the address of its gradebook.

    Args:
        course: the course, instead of the one that is found.
        folder: where the class lives, instead of where it is found.

    Raises:
        ClassError: if there is no class.
    """
    with course_named(course.root if course else None), class_named(folder):
        return nbgrader_app().coursedir


def class_term(folder: Path | None = None) -> Term:
    """Read the file of a class that ``gan-grade init`` made.

    Args:
        folder: where the class lives, instead of where it is found.

    Raises:
        ClassError: if there is none, or its file cannot be used.
    """
    coursedir = class_directory(folder=folder)
    root = Path(coursedir.root)
    if not (root / CLASS_FILE).is_file():
        raise ClassError(str(root), RULE, MEND)
    return replace(read_term(root), database=coursedir.db_url)


@contextmanager
def open_gradebook(coursedir: CourseDirectory) -> Iterator[Gradebook]:
    """Open a class's gradebook; one that is not there is not made.

    Raises:
        NoGradebookError: if there is none, or it cannot be read.
    """
    engine = create_engine(coursedir.db_url)
    try:
        may_exist = _may_exist(engine.url.database, coursedir.db_url)
        tables = inspect(engine).get_table_names() if may_exist else []
    except SQLAlchemyError as error:
        raise NoGradebookError(
            f"the gradebook at {engine.url.render_as_string(hide_password=True)}",
            str(error).splitlines()[0],
            "see whether it can be reached and written",
        ) from error
    finally:
        engine.dispose()
    if "assignment" not in tables:
        raise NoGradebookError(
            f"there is no gradebook at {engine.url.render_as_string(hide_password=True)}",
            "nbgrader makes one when it records and grades an assignment",
            "run nbgrader generate_assignment and nbgrader autograde, or name the class with --class",
        )
    with Gradebook(coursedir.db_url, coursedir.course_id) as gradebook:
        yield gradebook


def _may_exist(database: str | None, db_url: str) -> bool:
    """SQLite makes an empty file of whatever name it is given to look into."""
    return not db_url.startswith("sqlite") or bool(database and Path(database).is_file())
