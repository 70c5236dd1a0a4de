"""What a student sees in place of a solution."""

from __future__ import annotations

import ast

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell
from nbgrader.preprocessors import ClearSolutions

from gan_grading.release.regions import SOLUTION, inside

PLACEHOLDER = "None  # YOUR ANSWER HERE"


class AnswerStubs(ClearSolutions):  # type: ignore[misc] # nbgrader publishes no type information
    """nbgrader's ClearSolutions, with a stub for questions that does not raise.

    A question's answer is a variable at the top of its cell. nbgrader's stub would raise there and stop
    "Run All" before the student has read the rest, so the variable is set to a placeholder instead.
    """

    def _replace_solution_region(self, cell: NotebookNode, language: str) -> bool:
        names = question_names(cell.source) if cell.cell_type == "code" else []
        if not names:
            return bool(super()._replace_solution_region(cell, language))
        stub = dict(self.code_stub)  # type: ignore[has-type]
        self.code_stub = {**stub, language: "\n".join(f"{name} = {PLACEHOLDER}" for name in names)}
        try:
            return bool(super()._replace_solution_region(cell, language))
        finally:
            self.code_stub = stub


def question_names(source: str) -> list[str]:
    """Return the variables a solution region at the top level of a cell gives values to.

    Args:
        source: text of an answer cell.

    Returns:
        The names, in order and without repeats; empty where the region is no list of plain assignments.
    """
    lines = inside(source, SOLUTION)
    try:
        statements = ast.parse("\n".join(lines)).body
    except SyntaxError:
        return []
    targets: list[ast.expr] = []
    for statement in statements:
        if not isinstance(statement, ast.Assign):
            return []
        targets += statement.targets
    names = [target.id for target in targets if isinstance(target, ast.Name)]
    return list(dict.fromkeys(names)) if len(names) == len(targets) else []


def stub_of(source: str, cell_type: str = "code") -> str:
    """Return an answer cell's text as the student gets it.

    Args:
        source: text of the answer cell, solution and markers included.
        cell_type: ``"markdown"`` for an essay.
    """
    make = new_markdown_cell if cell_type == "markdown" else new_code_cell
    cell = make(source, metadata={"nbgrader": {"solution": True}})  # type: ignore[no-untyped-call]
    AnswerStubs().preprocess_cell(cell, {"language": "python"}, 0)
    return str(cell.source)
