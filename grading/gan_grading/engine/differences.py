"""Where a submission differs from the release, by the student's hand or since it was handed out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from nbgrader.utils import compute_checksum

from gan_grading.engine import nodes
from gan_grading.engine.plan import Plan, Prescribed
from gan_grading.engine.submitted import SubmittedCell
from gan_grading.release.mark import Mark

IGNORED_TAGS = ("skip-execution", "raises-exception")


LATER = "the exercise was added after the release that this notebook came from"


def later_exercises(plan: Plan, mark: Mark | None) -> frozenset[str]:
    """Return the exercises that were added after the release a submission came from."""
    if mark is None or mark.version == plan.version:
        return frozenset()
    return frozenset(plan.answers) - frozenset(mark.points)


def differences(
    plan: Plan, cells: Sequence[SubmittedCell], anchors: Mapping[int, int], mark: Mark | None
) -> list[str]:
    """Say in words where a submission is not what was released.

    A cell of an earlier release differs because the instructor changed it. It is known by its checksum, which
    fits its text, kind and points as long as nobody but a release has touched them.

    Args:
        plan: the instructor's notebook.
        cells: the submission.
        anchors: the place in the plan of each submitted cell that has one.
        mark: of the release the submission came from.
    """
    is_of_now = mark is not None and mark.version == plan.version
    notices: list[str] = []
    if mark is not None and not is_of_now:
        notices.append(
            f"the notebook is of release {mark.version}, and the assignment is now {plan.version}: the "
            "instructor's cells of now were used"
        )
    present: dict[str, int] = {}
    for cell in cells:
        place = anchors.get(cell.index)
        prescribed = plan.cells[place] if place is not None else None
        name = prescribed.name if prescribed else ""
        present[name] = present.get(name, 0) + 1
        notices += _ignored_tags(cell)
        if is_of_now or not is_as_released(cell):
            notices += _changes(cell, prescribed)
    notices += _miscounted(plan, cells, present, later_exercises(plan, mark))
    places = [anchors[cell.index] for cell in cells if cell.index in anchors]
    if places != sorted(places) and (mark is None or is_of_now):
        notices.append("the cells stand in another order than released; the instructor's order was used")
    return list(dict.fromkeys(notices))


def is_as_released(cell: SubmittedCell) -> bool:
    """Tell whether a cell is, letter for letter, one that some release handed out."""
    if not cell.grading.get("checksum") or cell.grading.get("solution"):
        return False
    node = nodes.cell("code" if cell.kind == "code" else "markdown", cell.source, "")
    node.metadata["nbgrader"] = dict(cell.grading)
    try:
        return bool(compute_checksum(node) == cell.grading["checksum"])
    except (KeyError, TypeError, ValueError):
        return False


def _where(cell: SubmittedCell) -> str:
    return cell.grade_id or f"cell {cell.index + 1}"


def _ignored_tags(cell: SubmittedCell) -> list[str]:
    return [f"{_where(cell)}: the tag {tag!r} was ignored" for tag in cell.tags if tag in IGNORED_TAGS]


def _changes(cell: SubmittedCell, prescribed: Prescribed | None) -> list[str]:
    where = _where(cell)
    if prescribed is None or not prescribed.name:
        if cell.grading.get("grade") or cell.grading.get("points"):
            return [f"{where}: claims to be graded; it is a cell of the student's own"]
        return []
    notices: list[str] = []
    released = prescribed.node.metadata.get("nbgrader", {})
    keys = ("grade", "locked", "points", "solution")
    wanted = {**released, "points": prescribed.released_points} if prescribed.role == "test" else released
    changed = [key for key in keys if cell.grading and cell.grading.get(key) != wanted.get(key)]
    if changed:
        notices.append(f"{where}: the grading metadata was changed ({', '.join(changed)}); it was ignored")
    if cell.kind != prescribed.node.cell_type:
        notices.append(f"{where}: the cell was turned into {cell.kind or 'something else'}")
    if prescribed.locked and cell.source.strip() != str(prescribed.node.source).strip():
        notices.append(f"{where}: the text of a locked cell was changed; the instructor's own was used")
    return notices


def _miscounted(
    plan: Plan, cells: Sequence[SubmittedCell], present: Mapping[str, int], later: frozenset[str]
) -> list[str]:
    notices = []
    for prescribed in plan.tests if cells else ():
        count = present.get(prescribed.name, 0)
        if count != 1 and not (count == 0 and prescribed.exercise in later):
            what = "is missing" if count == 0 else f"is there {count} times"
            notices.append(f"{prescribed.name}: the test cell {what}; the instructor's own was used")
    return notices
