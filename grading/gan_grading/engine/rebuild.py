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

from gan_grading.engine import nodes
from gan_grading.engine.differences import LATER, differences, is_as_released, later_exercises
from gan_grading.engine.limits import Limits
from gan_grading.engine.match import Found, find_answers
from gan_grading.engine.plan import Plan, Prescribed
from gan_grading.engine.reaching import reaching_notices
from gan_grading.engine.submitted import SubmittedCell
from gan_grading.release.mark import Mark
from gan_grading.release.source import UNGRADED

Part = Literal["setup", "answer", "extra", "test", "text"]


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
        later: exercises that the student's release did not hold and nothing answers: nobody can judge them.
    """

    steps: tuple[Step, ...]
    found: dict[str, Found]
    notices: tuple[str, ...]
    metadata: NotebookNode
    later: frozenset[str] = frozenset()

    def notebook(self) -> NotebookNode:
        """Return the graded notebook: the very cells of the steps, whose outputs may since be filled in."""
        return nodes.notebook([step.node for step in self.steps], self.metadata)


def rebuild(plan: Plan, cells: Sequence[SubmittedCell], limits: Limits, mark: Mark | None = None) -> Rebuilt:
    """Rebuild a submission.

    Args:
        plan: the instructor's notebook.
        cells: what the student handed in; empty for a submission that could not be read.
        limits: how many own cells are run.
        mark: of the release it came from.
    """
    found = find_answers(plan, cells)
    later = frozenset(name for name in later_exercises(plan, mark) if found[name].source is None)
    notices = [n for name, answer in found.items() if name not in later for n in answer.notices]
    notices = notices if cells else []
    used = {answer.index for answer in found.values()}
    anchors = _anchors(plan, cells)
    own = _own_cells(plan, cells, anchors, used)
    notices += differences(plan, cells, anchors, mark)
    written = [(name, answer.source) for name, answer in found.items() if answer.source]
    ran = [(f"cell {cell.index + 1}", cell.source) for _, cell in own if cell.kind == "code"]
    notices += reaching_notices([*written, *ran])
    if len(own) > limits.extra_cells:
        notices.append(f"{len(own)} cells of the student's own; the first {limits.extra_cells} are run")
        own = own[: limits.extra_cells]
    steps: list[Step] = [_own_step(cell) for place, cell in own if place < 0]
    for place, prescribed in enumerate(plan.cells):
        steps.append(_step(prescribed, place, found))
        if prescribed.by_hand and prescribed.name in later:
            steps[-1].node.metadata[UNGRADED] = LATER
        steps += [_own_step(cell) for at, cell in own if at == place]
    return Rebuilt(tuple(steps), found, tuple(notices), plan.metadata, later)


def _anchors(plan: Plan, cells: Sequence[SubmittedCell]) -> dict[int, int]:
    """Return which prescribed cell each submitted cell stands for: by its ids, or by its very text."""
    by_name = {cell.name: place for place, cell in enumerate(plan.cells) if cell.name}
    by_id = {str(cell.node.get("id", "")): place for place, cell in enumerate(plan.cells)}
    by_text = {str(cell.node.source).strip(): place for place, cell in enumerate(plan.cells)}
    anchors: dict[int, int] = {}
    for cell in cells:
        place = by_name.get(cell.grade_id)
        if place is None:
            place = by_id.get(cell.cell_id) if cell.cell_id else None
            text = cell.source.strip()
            # Ids of unnamed cells count from the top: in an earlier release they meant other cells.
            if text and (place is None or str(plan.cells[place].node.source).strip() != text):
                place = by_text.get(text, place)
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
        # What an earlier release gave, a test of an exercise since dropped, is nobody's own.
        is_given = anchor is None and is_as_released(cell)
        if cell.index not in used and cell.source.strip() and not is_given:
            own.append((place, cell))
    return own


def _is_edited(prescribed: Prescribed, cell: SubmittedCell) -> bool:
    """Tell whether a cell is an instructor's open cell with a student's changes in it, which run after it."""
    is_open = prescribed.role in ("setup", "text") and not prescribed.locked and not prescribed.name
    return is_open and cell.source.strip() != str(prescribed.node.source).strip()


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
    node = nodes.cell("code" if cell.kind == "code" else "markdown", cell.source, f"own-{cell.index}")
    part: Part = "extra" if cell.kind == "code" else "text"
    return Step(part, f"cell {cell.index + 1}", cell.source, node)
