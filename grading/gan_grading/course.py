"""Where the course lies, which assignments it has, and which of them are a class's own."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from gan_grading.errors import CourseNotFoundError, SourceError, UnknownAssignmentError
from gan_grading.exercise import Exercise, exercises_of
from gan_grading.release.source import read_source
from gan_grading.term.classfile import OWN
from gan_grading.term.place import class_at_hand, class_by_variable

COURSE_VARIABLE = "GAN_COURSE_DIR"
ASSIGNMENT_NAME = re.compile(r"\d\d_[a-z0-9_]+")


@dataclass(frozen=True)
class Assignment:
    """One folder, one notebook.

    Attributes:
        name: the folder's name, such as ``03_minimax``.
        source: the percent text, edited by hand.
        solved: the executed notebook beside it, generated.
        released: the student's notebook, generated.
    """

    name: str
    source: Path
    solved: Path
    released: Path

    @property
    def home(self) -> Path:
        """The folder that holds ``solutions/``: of the course, or a class's own."""
        return self.source.parents[2]

    @cached_property
    def exercises(self) -> tuple[Exercise, ...]:
        """The exercises in the order of the notebook.

        Raises:
            SourceError: if the source cannot be read or an answer has no test cell.
        """
        return exercises_of(read_source(self.source), str(self.source))

    @property
    def points(self) -> float:
        """Points of all exercises together."""
        return sum(exercise.points for exercise in self.exercises)

    def exercise(self, exercise_id: str) -> Exercise:
        """Return one exercise by its id.

        Raises:
            SourceError: if the assignment has no such exercise.
        """
        for exercise in self.exercises:
            if exercise.id == exercise_id:
                return exercise
        known = ", ".join(exercise.id for exercise in self.exercises)
        raise SourceError(
            f"exercise {exercise_id!r}", f"{self.name} holds {known}", "give one of these names"
        )


@dataclass(frozen=True)
class Course:
    """The course folder: ``solutions/`` is its source, ``course/`` the student release.

    Attributes:
        root: the folder.
        own: a class's own folder of the same form; its assignments stand beside the course's, or in the place
            of those with the same name.
    """

    root: Path
    own: Path | None = None

    @property
    def solutions(self) -> Path:
        """Folder of the percent sources and the executed notebooks."""
        return self.root / "solutions"

    @property
    def release(self) -> Path:
        """Folder of the student's notebooks."""
        return self.root / "course"

    @cached_property
    def assignments(self) -> tuple[Assignment, ...]:
        """Every assignment, in the order of its number.

        Raises:
            SourceError: if an assignment's folder does not hold exactly one percent source.
        """
        places = [self.solutions, *([self.own / "solutions"] if self.own else [])]
        folders = {p.name: p for place in places if place.is_dir() for p in place.iterdir()}
        named = (folders[name] for name in sorted(folders) if ASSIGNMENT_NAME.fullmatch(name))
        return tuple(self._assignment(folder) for folder in named if any(folder.glob("*.py")))

    @property
    def own_assignments(self) -> tuple[Assignment, ...]:
        """Those of the class."""
        return tuple(each for each in self.assignments if each.home == self.own)

    def _assignment(self, folder: Path) -> Assignment:
        sources = sorted(folder.glob("*.py"))
        if len(sources) != 1:
            names = ", ".join(p.name for p in sources)
            raise SourceError(
                f"{folder} holds {names}", "an assignment is one percent source", "move the others elsewhere"
            )
        source = sources[0]
        notebook = f"{source.stem}.ipynb"
        released = folder.parents[1] / "course" / folder.name / notebook
        return Assignment(folder.name, source, folder / notebook, released)

    def assignment(self, name: str) -> Assignment:
        """Return one assignment by its name.

        Raises:
            UnknownAssignmentError: if there is none; the message lists the known ones.
        """
        for assignment in self.assignments:
            if assignment.name == name:
                return assignment
        known = ", ".join(a.name for a in self.assignments) or "none yet"
        raise UnknownAssignmentError(
            f"assignment {name!r}", f"the course in {self.root} holds {known}", "give one of these names"
        )

    def select(self, names: Iterable[str]) -> tuple[Assignment, ...]:
        """Return the named assignments, or all of them where no name is given.

        Raises:
            UnknownAssignmentError: if a name is not among them.
        """
        wanted = list(names)
        return tuple(self.assignment(name) for name in wanted) if wanted else self.assignments

    def worked_on(self, names: Iterable[str]) -> tuple[Assignment, ...]:
        """Return the named assignments; without a name a class's own, or all of them where it has none.

        Raises:
            UnknownAssignmentError: if a name is not among them.
        """
        wanted = list(names)
        return self.select(wanted) if wanted else self.own_assignments or self.assignments

    def relative(self, path: Path) -> str:
        """Write a path the way a person in the course folder would."""
        for place in (self.root, *([self.own.parent] if self.own else [])):
            if path.is_relative_to(place):
                return path.relative_to(place).as_posix()
        return str(path)


def find_course(given: Path | None = None) -> Course:
    """Find the course: the folder given, the one in ``GAN_COURSE_DIR``, or the nearest above.

    Without a name, the working directory and its parents are searched, then the checkout this package is
    installed from in editable mode, then the course that the package carries. In a class, its own assignments
    are there beside the course's.

    Raises:
        CourseNotFoundError: if the folder named, or none of those searched, holds ``solutions/``.
    """
    named = given or (Path(os.environ[COURSE_VARIABLE]) if os.environ.get(COURSE_VARIABLE) else None)
    here = Path.cwd()
    places = [named.resolve()] if named else [here, *here.parents, *_at_home()]
    for place in places:
        if (place / "solutions").is_dir():
            return Course(place, own_folder(place))
    raise CourseNotFoundError(
        str(named or here),
        "a course is a folder that holds solutions/",
        f"run in the course folder, or name it with --course DIR or {COURSE_VARIABLE}",
    )


@contextmanager
def course_named(folder: Path | None) -> Iterator[None]:
    """Let all that looks for the course without a name find this one, in programs that are started too.

    Args:
        folder: holds ``solutions/``; ``None`` leaves everything as it is.
    """
    before = os.environ.get(COURSE_VARIABLE)
    if folder is not None:
        os.environ[COURSE_VARIABLE] = str(folder.resolve())
    try:
        yield
    finally:
        if before is not None:
            os.environ[COURSE_VARIABLE] = before
        elif folder is not None:
            del os.environ[COURSE_VARIABLE]


def own_folder(course: Path) -> Path | None:
    """Return the folder of the class's own assignments, if there is a class and it has any."""
    folder = class_at_hand() or class_by_variable()
    own = folder / OWN if folder else None
    return own if own and own != course and (own / "solutions").is_dir() else None


def home_course() -> Course | None:
    """Return the course that this package belongs to: its checkout's, or the one that the wheel carries."""
    return next((Course(place) for place in _at_home() if (place / "solutions").is_dir()), None)


def _at_home() -> list[Path]:
    package = Path(__file__).resolve()
    return [*package.parents, package.parent / "shipped"]
