"""Where the course lies, which assignments it has and which exercises they hold."""

from __future__ import annotations

import ast
import os
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

from nbformat import NotebookNode

from gan_grading.errors import CourseNotFoundError, SourceError, UnknownAssignmentError
from gan_grading.release.regions import HIDDEN, SOLUTION, inside, outside, probe_calls, without_markers
from gan_grading.release.source import grade_id, is_answer, is_by_hand, is_test, read_source
from gan_grading.term.classfile import OWN
from gan_grading.term.place import class_at_hand, class_by_variable

COURSE_VARIABLE = "GAN_COURSE_DIR"
ASSIGNMENT_NAME = re.compile(r"\d\d_[a-z0-9_]+")

Kind = Literal["code", "question", "by_hand"]


@dataclass(frozen=True)
class Exercise:
    """One thing a student writes.

    Attributes:
        id: the answer cell's ``grade_id``; the name that it defines, where a key judges.
        test_id: the ``grade_id`` of the cell with the points: the answer's own where a person judges.
        points: what the exercise is worth.
        kind: ``"code"`` for a function or class, ``"question"`` for a variable, ``"by_hand"`` for an essay.
        text: the Markdown since the exercise before, hints included.
        answer_cell: the solved answer cell, markers included.
        check: the visible part of the test cell.
        hidden: the hidden part of the test cell, markers left out.
        cell_type: of the answer cell; ``"markdown"`` for an essay.
    """

    id: str
    test_id: str
    points: float
    kind: Kind
    text: str
    answer_cell: str
    check: str
    hidden: str
    cell_type: str = "code"

    @property
    def is_probed(self) -> bool:
        """Whether a key judges it, rather than asserts or a person."""
        return bool(probe_calls(self.hidden))

    @property
    def answer(self) -> str:
        """The solved answer cell without its markers."""
        return without_markers(self.answer_cell, SOLUTION)

    @cached_property
    def stub(self) -> str:
        """The answer cell as the student gets it."""
        # Here and not above: nbgrader takes a second to import, and a probe needs no stub.
        from gan_grading.release.stubs import stub_of

        return stub_of(self.answer_cell, self.cell_type)


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


def exercises_of(notebook: NotebookNode, where: str) -> tuple[Exercise, ...]:
    """Read the exercises of a solved notebook.

    Args:
        notebook: the notebook made of a percent source.
        where: how messages name it.

    Raises:
        SourceError: if an answer cell has no test cell ``test_<id>``.
    """
    tests = {grade_id(cell): cell for cell in notebook.cells if is_test(cell)}
    exercises: list[Exercise] = []
    text: list[str] = []
    for cell in notebook.cells:
        if is_by_hand(cell):
            exercises.append(_exercise(cell, cell, "\n\n".join(text)))
            text = []
        elif is_answer(cell):
            name = grade_id(cell)
            if f"test_{name}" not in tests:
                raise SourceError(
                    f"{where}: exercise {name!r}",
                    f"its points hang on a test cell with grade_id 'test_{name}'",
                    "add that cell below the answer",
                )
            exercises.append(_exercise(cell, tests[f"test_{name}"], "\n\n".join(text)))
        elif is_test(cell):
            text = []
        elif cell.cell_type == "markdown":
            text.append(cell.source)
    return tuple(exercises)


def _exercise(answer: NotebookNode, test: NotebookNode, text: str) -> Exercise:
    name, is_essay = grade_id(answer), answer is test
    kind: Kind = "by_hand" if is_essay else "question" if _is_variable(answer.source, name) else "code"
    return Exercise(
        id=name,
        test_id=grade_id(test),
        points=float(test.metadata.nbgrader.get("points", 0)),
        kind=kind,
        text=text,
        answer_cell=answer.source,
        check="" if is_essay else outside(test.source, HIDDEN).strip("\n"),
        hidden="\n".join(inside(test.source, HIDDEN)),
        cell_type=answer.cell_type,
    )


def _is_variable(source: str, name: str) -> bool:
    try:
        body = ast.parse(source).body
    except SyntaxError:
        return False
    targets = [target for node in body if isinstance(node, ast.Assign) for target in node.targets]
    return any(isinstance(target, ast.Name) and target.id == name for target in targets)
