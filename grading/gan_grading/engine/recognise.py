"""Which file of a submission is the assignment's notebook, whatever it is called.

A browser saves ``minimax (1).ipynb``, Jupyter ``minimax-Copy1.ipynb``, Colab ``Copy of minimax.ipynb``. The
file is known by the cells in it: their ids or, where an editor dropped those, the names they define.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from gan_grading.course import Assignment
from gan_grading.engine.definitions import defined_names
from gan_grading.engine.limits import Limits
from gan_grading.engine.submitted import SubmittedCell, read_cells
from gan_grading.errors import SubmissionError
from gan_grading.shown import shown

LEAST_SHARE = 0.5  # of an assignment's exercises: other assignments share a name or two
MOST_FILES = 20


@dataclass(frozen=True)
class Recognised:
    """The notebook of a submission.

    Attributes:
        path: the file to grade; ``None`` if none can be told to be it.
        notices: for the instructor, in words.
        reason: why there is none, in words.
    """

    path: Path | None
    notices: tuple[str, ...] = ()
    reason: str = ""


def recognise(folder: Path, assignment: Assignment, limits: Limits | None = None) -> Recognised:
    """Find the notebook to grade in a student's folder of one assignment.

    The file of the right name is taken as it is. Without one, the only file that holds at least half of the
    assignment's exercises is; of two such files none is, as a guess could cost points.

    Args:
        folder: what the student handed in.
        assignment: what it was handed in for.
        limits: what is read of a file.
    """
    wanted = folder / assignment.released.name
    # A link is refused later, with its own line; here nothing is opened through one.
    files = sorted(path for path in folder.glob("*.ipynb") if path.is_file() and not path.is_symlink())
    others = [path for path in files if path != wanted][:MOST_FILES]
    alike = [path for path in others if _belongs(path, assignment, limits or Limits())]
    names = ", ".join(shown(path.name) for path in alike)
    if wanted.exists() or wanted.is_symlink():
        extra = f"{names} holds this assignment too; {wanted.name} was graded: is it the right one?"
        return Recognised(wanted, (extra,) if alike else ())
    if len(alike) == 1:
        notice = f"there is no {wanted.name}; {names} was recognised by its cells and graded"
        return Recognised(alike[0], (notice,))
    if alike:
        reason = f"there is no {wanted.name}, and {names} could each be it; keep the right one"
    elif others:
        listed = ", ".join(shown(path.name) for path in others)
        reason = f"there is no {wanted.name}, and {listed} holds too little of {assignment.name} to be it"
    else:
        reason = "there is no notebook in its folder"
    return Recognised(None, reason=reason)


def holds_exercises(cells: Sequence[SubmittedCell], assignment: Assignment) -> bool:
    """Tell whether cells are those of an assignment: by their ids, else by the names they define."""
    exercises = {exercise.id for exercise in assignment.exercises}
    ids = {name for cell in cells for name in (cell.grade_id, cell.cell_id)}
    least = LEAST_SHARE * len(exercises)
    if len(exercises & ids) >= least:
        return True
    names = {name for cell in cells for name in defined_names(cell.source)}
    return len(exercises & names) >= least


def _belongs(path: Path, assignment: Assignment, limits: Limits) -> bool:
    try:
        cells, _ = read_cells(path, limits)
    except SubmissionError:
        return False
    return holds_exercises(cells, assignment)
