"""Find the answer to each exercise among the cells of a submission, whatever was done to them."""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence
from dataclasses import dataclass

from IPython.core.inputtransformer2 import TransformerManager

from gan_grading.engine.plan import Plan, Prescribed
from gan_grading.engine.submitted import SubmittedCell

FENCE = re.compile(r"\s*(?:```|~~~)[^\n]*\n(.*?)\n\s*(?:```|~~~)\s*", re.DOTALL)
MAGIC_HEAD = re.compile(r"\s*%%\w")


@dataclass(frozen=True)
class Found:
    """The answer to one exercise.

    Attributes:
        source: its text; ``None`` if nothing in the submission answers the exercise.
        index: the submitted cell it stands in.
        notices: what was odd about it, in words.
    """

    source: str | None
    index: int | None = None
    notices: tuple[str, ...] = ()


def find_answers(plan: Plan, cells: Sequence[SubmittedCell]) -> dict[str, Found]:
    """Find the answers of a submission by exercise id.

    By grade_id first; where no cell with the id holds an answer, by the name the exercise asks for, among
    cells that are not known to be something else.

    Args:
        plan: the instructor's notebook.
        cells: the submission.
    """
    known = {cell.name for cell in plan.cells if cell.name}
    free = [cell for cell in cells if cell.grade_id not in known]
    answers = plan.answers
    return {name: _find(name, answer, cells, free, set(answers) - {name}) for name, answer in answers.items()}


def _find(
    name: str,
    answer: Prescribed,
    cells: Sequence[SubmittedCell],
    free: Sequence[SubmittedCell],
    others: set[str],
) -> Found:
    marked = [cell for cell in cells if name in (cell.grade_id, cell.cell_id) and cell.grade_id in ("", name)]
    written = [cell for cell in marked if not _is_stub(cell.source, answer)]
    written = [cell for cell in written if defines(answer_text(cell), name)] or written
    elsewhere = [cell for cell in cells if cell not in marked and cell.kind == "code"]
    elsewhere = [cell for cell in elsewhere if cell.grade_id in others and defines(cell.source, name)]
    if elsewhere and not any(defines(answer_text(cell), name) for cell in written):
        notice = f"{name}: its answer stands in the cell of {elsewhere[-1].grade_id}"
        return Found(elsewhere[-1].source, elsewhere[-1].index, (notice,))
    if written:
        # Of several, the last one is what a notebook run from top to bottom would end with.
        return _taken(name, written[-1], answer, len(marked))
    named = [cell for cell in free if defines(answer_text(cell), name) and not _is_stub(cell.source, answer)]
    stripped = [cell for cell in named if not marked and _looks_moved(cell)]
    if stripped:
        notice = f"{name}: the cell's id is gone; the answer was found by the name it defines"
        return Found(answer_text(stripped[-1]), stripped[-1].index, (notice,))
    if marked:
        return Found(marked[-1].source, marked[-1].index)
    return Found(None, None, (f"{name}: no cell with this exercise's id or name is in the notebook",))


def _taken(name: str, cell: SubmittedCell, answer: Prescribed, copies: int) -> Found:
    notices = []
    if copies > 1:
        notices.append(f"{name}: {copies} cells carry this id; the last written one counts")
    if answer.node.cell_type == "code" and cell.kind != "code":
        notices.append(
            f"{name}: the cell was turned into {cell.kind or 'something else'}; its text still counts"
        )
    return Found(answer_text(cell), cell.index, tuple(notices))


def _looks_moved(cell: SubmittedCell) -> bool:
    return cell.kind == "code" or FENCE.fullmatch(cell.source) is not None or cell.kind in ("markdown", "raw")


def answer_text(cell: SubmittedCell) -> str:
    """Return a cell's text as code: a fence around it, as in Markdown, is left out."""
    fenced = FENCE.fullmatch(cell.source) if cell.kind != "code" else None
    return fenced.group(1) if fenced else cell.source


def _is_stub(source: str, answer: Prescribed) -> bool:
    return _bare(source) == _bare(answer.stub)


def _bare(source: str) -> str:
    return "\n".join(line.rstrip() for line in source.strip().splitlines())


def defines(source: str, name: str) -> bool:
    """Tell whether code gives a meaning to a name at its top level.

    Args:
        source: text of a cell, magics included; text with a slip in it is searched line by line.
        name: what to look for.
    """
    if MAGIC_HEAD.match(source):
        source = source.split("\n", 1)[1] if "\n" in source else ""
    try:
        plain = TransformerManager().transform_cell(source)  # type: ignore[no-untyped-call]
        tree = ast.parse(plain)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        pattern = rf"^(?:async\s+)?(?:def|class)\s+{re.escape(name)}\b|^{re.escape(name)}\s*="
        return re.search(pattern, source, re.MULTILINE) is not None
    return any(name in _names(statement) for statement in tree.body)


def _names(statement: ast.stmt) -> set[str]:
    if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return {statement.name}
    targets: list[ast.expr] = []
    if isinstance(statement, ast.Assign):
        targets = statement.targets
    elif isinstance(statement, ast.AnnAssign):
        targets = [statement.target]
    return {node.id for target in targets for node in ast.walk(target) if isinstance(node, ast.Name)}
