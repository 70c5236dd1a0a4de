"""What the instructor's notebook prescribes: which cells there are, and what each is for."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from nbformat import NotebookNode

from gan_grading.course import Assignment
from gan_grading.release.regions import HIDDEN, inside, outside, probe_calls
from gan_grading.release.source import grade_id, is_answer, is_test, read_source
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
    """

    assignment: str
    folder: Path
    cells: tuple[Prescribed, ...]
    metadata: NotebookNode

    @property
    def answers(self) -> dict[str, Prescribed]:
        """The answer cells by exercise id."""
        return {cell.name: cell for cell in self.cells if cell.role == "answer"}

    @property
    def tests(self) -> tuple[Prescribed, ...]:
        """The test cells in order."""
        return tuple(cell for cell in self.cells if cell.role == "test")


def make_plan(assignment: Assignment) -> Plan:
    """Read an assignment's source as a plan.

    Raises:
        SourceError: if the source cannot be read.
    """
    solved = read_source(assignment.source)
    released = student_notebook(solved)
    cells = tuple(_prescribed(cell, node) for cell, node in zip(solved.cells, released.cells, strict=True))
    return Plan(assignment.name, assignment.source.parent, cells, released.metadata)


def _prescribed(cell: NotebookNode, node: NotebookNode) -> Prescribed:
    name = grade_id(cell)
    locked = bool(cell.metadata.get("nbgrader", {}).get("locked", False))
    source = str(cell.source)
    if is_answer(cell):
        return Prescribed(node, "answer", name, locked=False, visible=str(node.source))
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
        visible=visible,
        whole=f"{visible}\n{hidden}".strip("\n"),
        written=source,
        probed=bool(probe_calls(hidden)),
    )
