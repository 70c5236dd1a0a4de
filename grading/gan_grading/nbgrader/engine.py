"""The engine as the execute step of ``nbgrader autograde`` and of formgrader's button.

nbgrader stays what it is: it finds the submissions, writes the gradebook, the autograded notebooks and the
feedback. Between reading a submission and saving its scores, the engine takes the place of the kernel.
"""

from __future__ import annotations

import atexit
import os
import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, Literal, cast, get_args

from nbconvert.exporters.exporter import ResourcesDict
from nbformat import NotebookNode
from nbgrader.preprocessors.base import NbGraderPreprocessor
from traitlets import Bool, Unicode

from gan_course.exercises.finding import ExerciseResult
from gan_grading.classroom.fingerprint import fingerprint, keys_version
from gan_grading.classroom.seed import class_seed
from gan_grading.course import find_course
from gan_grading.engine import Graded, Grader, Limits, Pool, choose_sandbox, nodes
from gan_grading.engine.plan import Prescribed
from gan_grading.engine.submitted import SubmittedCell, UnreadableError, read_submission
from gan_grading.errors import GradingError
from gan_grading.kernel import bundles
from gan_grading.nbgrader.execute import GRADED_BY, RUN_RECORD
from gan_grading.nbgrader.logs import OURS, tell_once
from gan_grading.nbgrader.rebuild import recorded_points
from gan_grading.nbgrader.renamed import StockExporter, real_file
from gan_grading.release.mark import as_metadata
from gan_grading.release.source import UNGRADED, grade_id
from gan_grading.versions import graded_by

UNREADABLE = "unreadable"
ODDITIES = "oddities"
FINGERPRINT = "fingerprint"
MODE_VARIABLE = "GAN_GRADING_MODE"
Mode = Literal["engine", "no-sandbox", "in-kernel"]
CELL_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")


def grading_mode() -> Mode:
    """Return how ``nbgrader autograde`` runs student code, from ``GAN_GRADING_MODE``.

    Returns:
        ``engine``, the default; ``no-sandbox``, the engine without one; or ``in-kernel``, stock nbgrader.

    Raises:
        GradingError: if the variable holds another word.
    """
    given = os.environ.get(MODE_VARIABLE, "engine")
    if given not in get_args(Mode):
        known = ", ".join(get_args(Mode))
        raise GradingError(f"{MODE_VARIABLE}={given!r}", f"the modes are {known}", "set one of them or none")
    return cast(Mode, given)


def configure_engine(c: Any, course_dir: str, class_dir: str, steps: list[type]) -> None:
    """Make the engine the execute step of ``nbgrader autograde``.

    Args:
        c: nbgrader's configuration.
        course_dir: the course folder.
        class_dir: the class's folder.
        steps: what follows the execution.
    """
    c.Autograde.exporter_class = TolerantExporter
    # The rebuild happens where the submission is graded; nothing a student wrote may stop it before.
    c.Autograde.sanitize_preprocessors = []
    c.Autograde.autograde_preprocessors = [EngineExecute, *steps]
    c.EngineExecute.course_dir = course_dir
    c.EngineExecute.class_dir = class_dir
    c.EngineExecute.no_sandbox = grading_mode() == "no-sandbox"


class TolerantExporter(StockExporter):
    """nbgrader's way to read and write notebooks, except that no file stops it.

    Cells, their text and their ids are taken as far as they can be found; a file that is no notebook becomes
    an empty one that says why, so that its student is graded like every other.
    """

    def from_filename(
        self, filename: str, resources: dict[str, Any] | None = None, **options: Any
    ) -> tuple[Any, dict[str, Any]]:
        """Read a notebook file and run the preprocessors on it."""
        path, notices = real_file(self.parent, filename)
        # nbconvert notes these when it reads a file itself; its writer asks for them.
        known: dict[str, Any] = ResourcesDict() if resources is None else resources
        known["metadata"] = ResourcesDict(name=Path(filename).stem, path=str(path.parent))
        notebook = tidy_notebook(path, notices)
        # nbgrader reads a submission, writes it tidied into autograded/ and reads that again. What was odd
        # about the student's own file is known from the first time; the file itself may not say it.
        if getattr(self.parent, "_sanitizing", True):
            self._record = notebook.metadata[RUN_RECORD]
        else:
            notebook.metadata[RUN_RECORD] = getattr(self, "_record", notebook.metadata[RUN_RECORD])
        exported: tuple[Any, dict[str, Any]] = self.from_notebook_node(  # type: ignore[no-untyped-call]
            notebook, resources=known, **options
        )
        return exported


class EngineExecute(NbGraderPreprocessor):  # type: ignore[misc] # nbgrader publishes no type information
    """Grade a submission with the engine and write its verdicts where nbgrader reads scores."""

    course_dir = Unicode(help="The course folder, which holds solutions/.").tag(config=True)
    class_dir = Unicode(help="The class's folder, which keeps its seed.").tag(config=True)
    no_sandbox = Bool(False, help="Run student code without a sandbox.").tag(config=True)
    demos = Bool(False, help="Run the notebook's demonstrations too; they take minutes.").tag(config=True)

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        """Grade one notebook and return the rebuilt one."""
        name, student = resources["nbgrader"]["assignment"], resources["nbgrader"]["student"]
        seed, worth = class_seed(Path(self.class_dir), name), recorded_points(resources["nbgrader"])
        grader, version = _grader(self.course_dir, name, seed, self.no_sandbox, self.demos, worth)
        tell_once(self.log, grader.plan.overruled())
        graded = grade_tidy(grader, nb, fingerprint(nb, version, seed), self.demos)
        result = graded.result
        for notice in result.notices:
            self.log.warning("%s: %s", student, notice)
        points = f"{result.points:g} of {result.max_points:g} points"
        self.log.info("%s: %s, %.1f s", student, points, result.seconds, extra=OURS)
        return graded.notebook, resources


def grade_tidy(grader: Grader, nb: NotebookNode, mark: str, demos: bool = False) -> Graded:
    """Grade a notebook that :func:`tidy_notebook` has read.

    Args:
        grader: of its assignment.
        nb: the submission.
        mark: its fingerprint.
        demos: whether the grader's processes run demonstrations.

    Returns:
        The verdict, and the notebook with it in the form nbgrader reads.
    """
    record = nb.metadata.get(RUN_RECORD, {})
    reason = record.get(UNREADABLE)
    graded = grader.refuse(str(reason)) if reason else grader.run(nb, record.get(ODDITIES, ()))
    notebook = with_verdicts(graded, {cell.name: cell for cell in grader.plan.tests})
    notebook.metadata[RUN_RECORD] |= {"demos": demos, FINGERPRINT: mark}
    return replace(graded, notebook=notebook)


def with_verdicts(graded: Graded, tests: dict[str, Prescribed]) -> NotebookNode:
    """Return the rebuilt notebook with each verdict in its test cell, in the form nbgrader reads.

    Args:
        graded: what the engine made.
        tests: the instructor's test cells by ``grade_id``.
    """
    result, notebook = graded.result, graded.notebook
    verdicts = {f"test_{each.exercise}": each for each in result.exercises}
    for cell in notebook.cells:
        name = grade_id(cell)
        if name in tests:
            cell.source = tests[name].written
            cell.outputs = [*cell.get("outputs", []), *_verdict(result.assignment, verdicts[name])]
            if verdicts[name].points is None:
                cell.metadata[UNGRADED] = verdicts[name].note
    notebook.metadata[RUN_RECORD] = {
        "seed": result.seed,
        "notices": list(result.notices),
        "sandbox": result.to_json()["sandbox"],
        GRADED_BY: graded_by(),
    }
    return notebook


def _verdict(assignment: str, verdict: ExerciseResult) -> list[NotebookNode]:
    shown = [nodes.output("display_data", data=data) for data in bundles(assignment, verdict)]
    if verdict.points is None:
        return shown
    score = {"text/plain": str(float(verdict.points))}
    return [*shown, nodes.output("execute_result", data=score)]


def tidy_notebook(path: Path, notices: Sequence[str] = ()) -> NotebookNode:
    """Read a file as a valid notebook whatever its state.

    Args:
        path: the submitted file.
        notices: what was odd about how it was found, in words.
    """
    try:
        submitted = read_submission(path, Limits())
    except UnreadableError as error:
        record = {RUN_RECORD: {UNREADABLE: str(error)}}
        return nodes.notebook([], record)
    taken: set[str] = set()
    metadata = {RUN_RECORD: {ODDITIES: [*notices, *submitted.oddities]}, **as_metadata(submitted.mark)}
    return nodes.notebook([_tidy_cell(cell, taken) for cell in submitted.cells], metadata)


def _tidy_cell(cell: SubmittedCell, taken: set[str]) -> NotebookNode:
    is_good = CELL_ID.fullmatch(cell.cell_id) is not None and cell.cell_id not in taken
    kind = "code" if cell.kind == "code" else "markdown"
    made = nodes.cell(kind, cell.source, cell.cell_id if is_good else f"cell-{cell.index}")
    taken.add(made["id"])
    made.metadata["tags"] = list(cell.tags)
    if cell.grading:
        made.metadata["nbgrader"] = dict(cell.grading)
    return made


@cache
def _pool(no_sandbox: bool, demos: bool) -> Pool:
    pool = Pool(choose_sandbox(no_sandbox), demos=demos)
    atexit.register(pool.close)
    return pool


@cache
def _grader(
    course_dir: str,
    assignment: str,
    seed: int,
    no_sandbox: bool,
    demos: bool,
    worth: tuple[tuple[str, float], ...] = (),
) -> tuple[Grader, str]:
    """Return who grades an assignment, with the version of the keys that are read for it now."""
    known = find_course(Path(course_dir) if course_dir else None).assignment(assignment)
    grader = Grader(known, seed=seed, pool=_pool(no_sandbox, demos), show=True, points=dict(worth))
    return grader, keys_version(grader.plan)
