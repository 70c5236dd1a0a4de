"""Bring a gradebook to the source of an assignment whose exercises or points changed after grading began.

nbgrader refuses: it cannot tell what is to become of the scores. Here scores of exercises that stay are kept,
those of dropped ones go with them, added ones wait to be graded, and all of it is one transaction.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from nbgrader.api import (
    Comment,
    Grade,
    GradeCell,
    MissingEntry,
    SolutionCell,
    SourceCell,
    SubmittedNotebook,
    TaskCell,
)
from nbgrader.converters import GenerateAssignment
from nbgrader.preprocessors import ClearHiddenTests, SaveCells

from gan_grading.course import Assignment
from gan_grading.errors import GradingError
from gan_grading.nbgrader.names import quoted
from gan_grading.release.source import read_source

KINDS = {"new_grade_cells": GradeCell, "new_solution_cells": SolutionCell, "new_task_cells": TaskCell}
LOST = 10  # scores given by hand that are named one by one


@dataclass(frozen=True)
class Migration:
    """What a migration changes.

    Attributes:
        added: exercises that come, each with its points.
        dropped: exercises that go, each with the scores that go with it.
        worth: exercises worth something else, each with both numbers.
        lost: scores given by hand and comments that go, in words.
        texts: cells whose text alone changes.
    """

    added: dict[str, float]
    dropped: dict[str, int]
    worth: dict[str, tuple[float, float]]
    lost: tuple[str, ...]
    texts: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Whether the gradebook says what the source does."""
        return not (self.added or self.dropped or self.worth or self.texts)

    def lines(self) -> list[str]:
        """Say it."""
        more = len(self.lost) - LOST
        return [
            *(
                f"added: {name}, {points:g} points; it waits to be graded"
                for name, points in self.added.items()
            ),
            *(f"dropped: {name}, and {scores} scores with it" for name, scores in self.dropped.items()),
            *(f"  lost: {line}" for line in self.lost[:LOST]),
            *([f"  lost: {more} more given by hand"] if more > 0 else []),
            *(f"points: {name}, {old:g} before, {new:g} now" for name, (old, new) in self.worth.items()),
            *([f"text: {', '.join(self.texts)}"] if self.texts else []),
        ]


def migrate(gradebook: Any, assignment: Assignment, config: Any, is_dry: bool) -> Migration:
    """Compare a gradebook with the source, and bring it there unless it is a dry run.

    Args:
        gradebook: the open gradebook.
        assignment: the assignment.
        config: nbgrader's configuration of the class.
        is_dry: only look.

    Raises:
        GradingError: if the gradebook does not hold the assignment.
    """
    try:
        notebook = gradebook.find_notebook(assignment.solved.stem, assignment.name)
    except MissingEntry as error:
        raise GradingError(
            f"the gradebook does not hold {assignment.name}",
            "a migration changes what is there",
            f"run nbgrader generate_assignment {assignment.name}",
        ) from error
    wanted = _wanted_cells(gradebook, assignment, config)
    migration = _compare(notebook, wanted)
    if not is_dry and not migration.is_empty:
        try:
            _apply(gradebook.db, notebook, wanted)
            gradebook.db.commit()
        except BaseException:
            gradebook.db.rollback()
            raise
    return migration


def _wanted_cells(gradebook: Any, assignment: Assignment, config: Any) -> SaveCells:
    """Let nbgrader's own steps read the cells out of the source, as its command would."""
    nb = read_source(assignment.source)
    resources: dict[str, Any] = {}
    steps: Sequence[type] = GenerateAssignment(config=config).preprocessors
    saver = SaveCells()
    for step in steps:
        if issubclass(step, SaveCells) or step is ClearHiddenTests:
            break  # what follows makes the student's notebook
        nb, resources = step(config=config).preprocess(nb, resources)
    saver.gradebook = gradebook
    saver.notebook_id, saver.assignment_id = assignment.solved.stem, assignment.name
    for kind in (*KINDS, "new_source_cells"):
        setattr(saver, kind, {})
    for index, cell in enumerate(nb.cells):
        saver.preprocess_cell(cell, resources, index)
    return saver


def _compare(notebook: Any, wanted: SaveCells) -> Migration:
    graded = {cell.name: cell for cell in (*notebook.grade_cells, *notebook.task_cells)}
    now = {**wanted.new_grade_cells, **wanted.new_task_cells}
    before = {cell.name: cell for cell in notebook.source_cells}
    gone = [cell for cell in notebook._base_cells if cell.name not in _names(wanted)]
    dropped = {name: graded[name] for name in graded if name not in now}
    worth = {
        _short(name): (float(graded[name].max_score), float(info["max_score"]))
        for name, info in now.items()
        # Worth 0 is what a class has dropped; that stays its decision.
        if name in graded and graded[name].max_score not in (0, info["max_score"])
    }
    texts = [
        name
        for name, info in wanted.new_source_cells.items()
        if (name in before and before[name].source != info["source"])
        or (name not in before and name not in now)
    ]
    return Migration(
        added={_short(n): float(info["max_score"]) for n, info in now.items() if n not in graded},
        dropped={_short(n): sum(g.auto_score is not None for g in c.grades) for n, c in dropped.items()},
        worth=worth,
        lost=tuple(line for cell in gone for line in _lost(cell)),
        texts=tuple(texts),
    )


def _lost(cell: Any) -> list[str]:
    scores = [(g.notebook.student.id, g) for g in cell.grades if g.manual_score is not None or g.extra_credit]
    comments = [(c.notebook.student.id, c) for c in cell.comments if c.manual_comment]
    name = _short(cell.name)
    return [
        *(
            f"{quoted(s)}, {name}: {g.manual_score or 0:g} + {g.extra_credit or 0:g} by hand"
            for s, g in scores
        ),
        *(f"{quoted(s)}, {name}: a comment" for s, c in comments),
    ]


def _apply(db: Any, notebook: Any, wanted: SaveCells) -> None:
    for cell in list(notebook._base_cells):
        if cell.name not in _names(wanted):
            for row in (*cell.grades, *cell.comments, cell):
                db.delete(row)
    # Nothing hangs on these, and their order is that of the notebook.
    for cell in list(notebook.source_cells):
        db.delete(cell)
    db.flush()
    db.expire(notebook)
    for name, info in wanted.new_source_cells.items():
        fields = {key: value for key, value in info.items() if key not in ("id", "notebook", "assignment")}
        db.add(SourceCell(name=name, notebook_id=notebook.id, **fields))
    for kind, make in KINDS.items():
        held = {cell.name: cell for cell in notebook._base_cells if isinstance(cell, make)}
        for name, info in getattr(wanted, kind).items():
            fields = {key: info[key] for key in ("max_score", "cell_type") if key in info}
            if name in held:
                for key, value in fields.items():
                    if key != "max_score" or held[name].max_score:
                        setattr(held[name], key, value)
            else:
                _add(db, notebook, make(name=name, notebook_id=notebook.id, **fields))
    db.flush()


def _add(db: Any, notebook: Any, cell: Any) -> None:
    """Add a cell, and a place for its score or comment in every submission."""
    db.add(cell)
    db.flush()
    submissions = db.query(SubmittedNotebook).filter(SubmittedNotebook.notebook_id == notebook.id).all()
    for submission in submissions:
        if not isinstance(cell, SolutionCell):
            db.add(Grade(cell_id=cell.id, notebook_id=submission.id))
        if not isinstance(cell, GradeCell):
            db.add(Comment(cell_id=cell.id, notebook_id=submission.id))


def _names(wanted: SaveCells) -> set[str]:
    return {name for kind in KINDS for name in getattr(wanted, kind)}


def _short(name: str) -> str:
    return name.removeprefix("test_")
