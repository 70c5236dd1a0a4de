"""Where a class lives: nbgrader's own description of its folders and gradebook, for commands of gan-grade."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from nbgrader.api import Gradebook
from nbgrader.coursedir import CourseDirectory
from sqlalchemy import create_engine, inspect
from sqlalchemy.exc import SQLAlchemyError
from traitlets.config import Config
from traitlets.config.loader import PyFileConfigLoader

from gan_grading.course import COURSE_VARIABLE, Course
from gan_grading.errors import GradingError
from gan_grading.nbgrader.settings import configure

CONFIG = "nbgrader_config.py"


class NoGradebookError(GradingError):
    """A class without a gradebook that can be read."""


def class_config(course: Course, folder: Path | None = None) -> Config:
    """Return what nbgrader's commands would be configured with.

    The configuration file is the class's, else the working directory's, else the course's in ``grading/``;
    without any, the course's settings are used as they are.

    Args:
        course: the course.
        folder: where the class lives, instead of where the configuration says.
    """
    places = [*([folder] if folder else []), Path.cwd(), course.root / "grading"]
    found = next((place for place in places if (place / CONFIG).is_file()), None)
    with _as_the_course(course):
        if found is None:
            config = Config()
            configure(config, folder)
        else:
            config = PyFileConfigLoader(CONFIG, path=str(found)).load_config()
    if folder is not None:
        config.CourseDirectory.root = str(folder.resolve())
    return config


def class_directory(course: Course, folder: Path | None = None) -> CourseDirectory:
    """Return nbgrader's description of a class: its folders and the address of its gradebook.

    Args:
        course: the course.
        folder: where the class lives, instead of where the configuration says.
    """
    return CourseDirectory(config=class_config(course, folder))


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


@contextmanager
def _as_the_course(course: Course) -> Iterator[None]:
    """Let a configuration file, which takes no arguments, find the course that was named."""
    before = os.environ.get(COURSE_VARIABLE)
    os.environ[COURSE_VARIABLE] = str(course.root)
    try:
        yield
    finally:
        if before is None:
            del os.environ[COURSE_VARIABLE]
        else:
            os.environ[COURSE_VARIABLE] = before
