"""Rebuild a submission: the instructor's notebook, with the student's answers and own cells in place.

Nothing but source text is taken. Metadata, tags, outputs, points and order of the submission carry no
weight; where they differ from the release, the instructor is told.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Literal

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from gan_grading.engine.limits import Limits
from gan_grading.engine.match import Found, find_answers
from gan_grading.engine.plan import Plan, Prescribed
from gan_grading.engine.submitted import SubmittedCell

Part = Literal["setup", "answer", "extra", "test", "text"]
TAMPERED_TAGS = ("skip-execution", "raises-exception")


@dataclass(frozen=True)
class Step:
    """One cell of the rebuilt notebook.

    Attributes:
        part: what it is; ``extra`` is a cell of the student's own.
        name: shown in messages; the ``grade_id`` where it has one.
        source: what runs; a test cell's visible part.
        node: the cell as it is written to the graded notebook.
        prescribed: the instructor's cell, if it is one.
    """

    part: Part
    name: str
    source: str
    node: NotebookNode
    prescribed: Prescribed | None = None


@dataclass(frozen=True)
class Rebuilt:
    """A submission, ready to run.

    Attributes:
        steps: its cells in order.
        found: the answers by exercise id.
        notices: what was odd, in words.
        metadata: of the notebook.
    """

    steps: tuple[Step, ...]
    found: dict[str, Found]
    notices: tuple[str, ...]
    metadata: NotebookNode

    def notebook(self) -> NotebookNode:
        """Return the graded notebook: the very cells of the steps, whose outputs may since be filled in."""
        made: NotebookNode = new_notebook(  # type: ignore[no-untyped-call]
            cells=[step.node for step in self.steps], metadata=deepcopy(self.metadata)
        )
        return made


def rebuild(plan: Plan, cells: Sequence[SubmittedCell], limits: Limits) -> Rebuilt:
    """Rebuild a submission.

    Args:
        plan: the instructor's notebook.
        cells: what the student handed in; empty for a submission that could not be read.
        limits: how many own cells are run.
    """
    found = find_answers(plan, cells)
    notices = [notice for answer in found.values() for notice in answer.notices] if cells else []
    used = {answer.index for answer in found.values()}
    anchors = _anchors(plan, cells)
    own = _own_cells(plan, cells, anchors, used)
    notices += _tampering(plan, cells, anchors)
    if len(own) > limits.extra_cells:
        notices.append(f"{len(own)} cells of the student's own; the first {limits.extra_cells} are run")
        own = own[: limits.extra_cells]
    steps: list[Step] = [_own_step(cell) for place, cell in own if place < 0]
    for place, prescribed in enumerate(plan.cells):
        steps.append(_step(prescribed, place, found))
        steps += [_own_step(cell) for at, cell in own if at == place]
    return Rebuilt(tuple(steps), found, tuple(notices), plan.metadata)


def _anchors(plan: Plan, cells: Sequence[SubmittedCell]) -> dict[int, int]:
    """Return which prescribed cell each submitted cell stands for: by id first, by its very text else."""
    by_name = {cell.name: place for place, cell in enumerate(plan.cells) if cell.name}
    by_id = {str(cell.node.get("id", "")): place for place, cell in enumerate(plan.cells)}
    by_text = {str(cell.node.source).strip(): place for place, cell in enumerate(plan.cells)}
    anchors: dict[int, int] = {}
    for cell in cells:
        place = by_name.get(cell.grade_id)
        if place is None and cell.cell_id:
            place = by_id.get(cell.cell_id)
        if place is None and cell.source.strip():
            place = by_text.get(cell.source.strip())
        if place is not None:
            anchors[cell.index] = place
    return anchors


def _own_cells(
    plan: Plan, cells: Sequence[SubmittedCell], anchors: dict[int, int], used: set[int | None]
) -> list[tuple[int, SubmittedCell]]:
    """Return the student's own cells, each with the place of the prescribed cell it follows."""
    own, place = [], -1
    for cell in cells:
        anchor = anchors.get(cell.index)
        if anchor is not None:
            place = anchor
            if not _is_edited(plan.cells[anchor], cell):
                continue
        if cell.index not in used and cell.source.strip():
            own.append((place, cell))
    return own


def _is_edited(prescribed: Prescribed, cell: SubmittedCell) -> bool:
    """Tell whether a cell is an instructor's open cell with a student's changes in it, which run after it."""
    is_open = prescribed.role in ("setup", "text") and not prescribed.locked and not prescribed.name
    return is_open and cell.source.strip() != str(prescribed.node.source).strip()


def _tampering(plan: Plan, cells: Sequence[SubmittedCell], anchors: dict[int, int]) -> list[str]:
    notices: list[str] = []
    present: dict[str, int] = {}
    for cell in cells:
        place = anchors.get(cell.index)
        prescribed = plan.cells[place] if place is not None else None
        name = prescribed.name if prescribed else ""
        present[name] = present.get(name, 0) + 1
        notices += _differences(cell, prescribed)
    for prescribed in plan.tests:
        count = present.get(prescribed.name, 0)
        if cells and count != 1:
            what = "is missing" if count == 0 else f"is there {count} times"
            notices.append(f"{prescribed.name}: the test cell {what}; the instructor's own was used")
    places = [anchors[cell.index] for cell in cells if cell.index in anchors]
    if places != sorted(places):
        notices.append("the cells stand in another order than released; the instructor's order was used")
    return list(dict.fromkeys(notices))


def _differences(cell: SubmittedCell, prescribed: Prescribed | None) -> list[str]:
    where = cell.grade_id or f"cell {cell.index + 1}"
    notices = [f"{where}: the tag {tag!r} was ignored" for tag in cell.tags if tag in TAMPERED_TAGS]
    if prescribed is None or not prescribed.name:
        if cell.grading.get("grade") or cell.grading.get("points"):
            notices.append(f"{where}: claims to be graded; it is a cell of the student's own")
        return notices
    released = prescribed.node.metadata.get("nbgrader", {})
    keys = ("grade", "locked", "points", "solution")
    changed = [key for key in keys if cell.grading and cell.grading.get(key) != released.get(key)]
    if changed:
        notices.append(f"{where}: the grading metadata was changed ({', '.join(changed)}); it was ignored")
    if cell.kind != prescribed.node.cell_type:
        notices.append(f"{where}: the cell was turned into {cell.kind or 'something else'}")
    if prescribed.locked and cell.source.strip() != str(prescribed.node.source).strip():
        notices.append(f"{where}: the text of a locked cell was changed; the instructor's own was used")
    return notices


def _step(prescribed: Prescribed, place: int, found: dict[str, Found]) -> Step:
    node = deepcopy(prescribed.node)
    name = prescribed.name or str(node.get("id", f"cell {place + 1}"))
    if prescribed.role == "answer":
        source = found[prescribed.name].source
        # Nothing handed in is the released cell: what it raises says "not written yet".
        node.source = prescribed.stub if source is None else source
        part: Part = "answer" if node.cell_type == "code" else "text"
        return Step(part, name, str(node.source), node, prescribed)
    return Step(prescribed.role, name, prescribed.visible, node, prescribed)


def _own_step(cell: SubmittedCell) -> Step:
    make = new_code_cell if cell.kind == "code" else new_markdown_cell
    node: NotebookNode = make(cell.source, id=f"own-{cell.index}")  # type: ignore[no-untyped-call]
    part: Part = "extra" if cell.kind == "code" else "text"
    return Step(part, f"cell {cell.index + 1}", cell.source, node)
