"""One exercise, as it is read from the cells of a percent source."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from nbformat import NotebookNode

from gan_grading.errors import SourceError
from gan_grading.release.regions import HIDDEN, SOLUTION, inside, outside, probe_calls, without_markers
from gan_grading.release.source import grade_id, is_answer, is_by_hand, is_test

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
