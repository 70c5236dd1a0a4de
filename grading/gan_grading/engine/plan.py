"""What the instructor's notebook prescribes: which cells there are, and what each is for."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from nbformat import NotebookNode

from gan_grading.course import Assignment
from gan_grading.release.mark import mark_of
from gan_grading.release.regions import HIDDEN, inside, outside, probe_calls
from gan_grading.release.source import grade_id, is_answer, is_by_hand, is_test, read_source
from gan_grading.release.student import student_notebook

Role = Literal["setup", "answer", "test", "text"]


@dataclass(frozen=True)
class Prescribed:
    """One cell of the instructor's notebook.

    Attributes:
        node: the cell as it is released, hidden tests left out.
        role: ``setup`` is code that is not graded, ``text`` everything that is not code.
        name: its ``grade_id``, or ``""``.
        locked: whether a student's version of it carries no weight.
        points: of a test cell.
        visible: a test cell's visible part; any other cell's source.
        whole: a test cell's source, hidden part included.
        written: a test cell's source as the instructor wrote it.
        probed: whether a probe judges the exercise, rather than the cell itself.
        released_points: of a test cell as it is handed out.
        by_hand: of an answer whose points a person gives.
    """

    node: NotebookNode
    role: Role
    name: str
    locked: bool
    points: float = 0.0
    visible: str = ""
    whole: str = ""
    written: str = ""
    probed: bool = False
    released_points: float = 0.0
    by_hand: bool = False

    @property
    def exercise(self) -> str:
        """The exercise a test cell belongs to."""
        return self.name.removeprefix("test_")

    @property
    def stub(self) -> str:
        """An answer cell's text as the student got it."""
        return str(self.node.source)


@dataclass(frozen=True)
class Plan:
    """An assignment, cell by cell.

    Attributes:
        assignment: its name.
        folder: of its source and its keys.
        cells: in the instructor's order.
        metadata: of the whole notebook.
        version: of the release that the source makes now.
    """

    assignment: str
    folder: Path
    cells: tuple[Prescribed, ...]
    metadata: NotebookNode
    version: str = ""

    @property
    def answers(self) -> dict[str, Prescribed]:
        """The answer cells by exercise id."""
        return {cell.name: cell for cell in self.cells if cell.role == "answer"}

    @property
    def tests(self) -> tuple[Prescribed, ...]:
        """The test cells in order."""
        return tuple(cell for cell in self.cells if cell.role == "test")

    def only(self, exercise: str) -> Plan:
        """Return the plan with one exercise judged; the other answers stay, as it may need them."""
        kept = tuple(cell for cell in self.cells if cell.role != "test" or cell.exercise == exercise)
        return replace(self, cells=kept)

    def overruled(self) -> list[str]:
        """Say which points of the source do not count, because a gradebook says otherwise."""
        return [
            f"{test.exercise}: {test.points:g} points by the gradebook, {test.released_points:g} by the "
            f"source; the gradebook counts until gan-grade migrate {self.assignment} takes the source's over"
            for test in self.tests
            if test.points != test.released_points
        ]

    def worth(self, points: Mapping[str, float]) -> Plan:
        """Return the same plan with other points.

        Args:
            points: by the test cell's ``grade_id``; those not named keep what the source says.
        """
        return replace(self, cells=tuple(_worth(cell, points.get(cell.name)) for cell in self.cells))


def make_plan(assignment: Assignment) -> Plan:
    """Read an assignment's source as a plan.

    Raises:
        SourceError: if the source cannot be read.
    """
    solved = read_source(assignment.source)
    released = student_notebook(solved)
    cells = tuple(_prescribed(cell, node) for cell, node in zip(solved.cells, released.cells, strict=True))
    version = mark_of(released).version
    return Plan(assignment.name, assignment.source.parent, cells, released.metadata, version)


def _worth(cell: Prescribed, points: float | None) -> Prescribed:
    if cell.role != "test" or points is None or points == cell.points:
        return cell
    node = deepcopy(cell.node)
    node.metadata.nbgrader["points"] = points
    return replace(cell, node=node, points=points)


def _prescribed(cell: NotebookNode, node: NotebookNode) -> Prescribed:
    name = grade_id(cell)
    locked = bool(cell.metadata.get("nbgrader", {}).get("locked", False))
    source = str(cell.source)
    if is_answer(cell):
        by_hand = is_by_hand(cell)
        return Prescribed(node, "answer", name, locked=False, visible=str(node.source), by_hand=by_hand)
    if cell.cell_type != "code":
        return Prescribed(node, "text", name, locked, visible=source)
    if not is_test(cell):
        return Prescribed(node, "setup", name, locked, visible=source)
    hidden = "\n".join(inside(source, HIDDEN))
    visible = outside(source, HIDDEN).strip("\n")
    return Prescribed(
        node,
        "test",
        name,
        locked=True,
        points=float(cell.metadata.nbgrader.get("points", 0)),
        released_points=cell.metadata.nbgrader.get("points", 0),
        visible=visible,
        whole=f"{visible}\n{hidden}".strip("\n"),
        written=source,
        probed=bool(probe_calls(hidden)),
    )
