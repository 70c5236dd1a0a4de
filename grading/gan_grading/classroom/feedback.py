"""Make a class's feedback pages: workers render, this process alone reads the gradebook and writes."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import Any

import nbformat
from nbgrader.converters.base import BaseConverter, NbGraderException

from gan_grading.classroom.cluster import open_cluster
from gan_grading.classroom.options import Options
from gan_grading.classroom.pages import FeedbackPlugin, needs_gradebook, page_on_worker
from gan_grading.classroom.progress import Progress
from gan_grading.course import Assignment
from gan_grading.errors import GradingError, SubmissionError
from gan_grading.nbgrader.application import feedback_converter, nbgrader_app
from gan_grading.nbgrader.autograde import reason_of
from gan_grading.nbgrader.batches import SharedGradebook, open_gradebook
from gan_grading.nbgrader.lock import only_run
from gan_grading.nbgrader.names import trouble_with
from gan_grading.nbgrader.waiting import UNFINISHED, Waiting, folders_of, is_finished

MADE_OF = "<!-- made of {} -->\n"


@dataclass
class FeedbackSummary:
    """What a run did.

    Attributes:
        made: students whose pages were made.
        skipped: students whose pages are of the grades they have.
        waiting: who has no page, and why.
    """

    made: list[str] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)
    waiting: list[Waiting] = field(default_factory=list)


@dataclass(frozen=True)
class _Page:
    """A page to be made."""

    student: str
    data: bytes
    resources: dict[str, Any]

    @property
    def mark(self) -> str:
        """Says in the page what it was made of: notebook, grades, comments, and this version."""
        made_of = self.data + version("gan-grading").encode()
        return MADE_OF.format(hashlib.sha256(made_of).hexdigest()[:32])


class NothingGradedError(GradingError):
    """An assignment of which nobody is graded."""


def make_feedback(assignment: Assignment, options: Options) -> FeedbackSummary:
    """Make the pages of a class; those that say what they would say again are left.

    Args:
        assignment: the assignment.
        options: whose, where, how much of it.

    Raises:
        GradingError: if no page can be made.
    """
    app = nbgrader_app(assignment.name)
    with ExitStack() as stack:
        stack.enter_context(only_run(Path(app.coursedir.root)))
        gradebook = stack.enter_context(open_gradebook(app.coursedir))
        return _Run(assignment, options, app, gradebook).make()


class _Run:
    """One run: what it holds open, and what it has seen."""

    def __init__(
        self, assignment: Assignment, options: Options, app: Any, gradebook: SharedGradebook
    ) -> None:
        self._assignment, self._options, self._app = assignment, options, app
        self._gradebook, self._summary = gradebook, FeedbackSummary()
        self._converter = feedback_converter(app)
        exporter = self._converter.exporter
        steps = [step for step in self._converter.preprocessors if needs_gradebook(step)]
        self._steps = [step(parent=exporter, enabled=True) for step in steps]

    def make(self) -> FeedbackSummary:
        todo = {page.student: page for page in self._todo()}
        plugin = FeedbackPlugin(self._app.config, f"gan-feedback-{time.time_ns():x}")
        tasks = [(page.student, (plugin.name, page.data)) for page in todo.values()]
        if tasks:
            with (
                open_cluster(self._options.jobs, self._options.cluster) as cluster,
                cluster.with_plugin(plugin),
                Progress(len(tasks), "made") as progress,
            ):
                for (student, _), outcome in cluster.results(page_on_worker, tasks):
                    progress.step(student, in_trouble=not self._take(todo[student], outcome))
        self._summary.waiting.sort(key=lambda each: each.student)
        return self._summary

    def _todo(self) -> Iterator[_Page]:
        for student, path in self._graded().items():
            try:
                page = self._page(student, path)
            except Exception as error:  # nobody's file stops a class
                self._wait(student, reason_of(error))
                continue
            if not self._options.force and self._is_made(page):
                self._summary.skipped.append(student)
            else:
                yield page

    def _graded(self) -> dict[str, Path]:
        """Return the graded notebooks; who handed in and has none waits."""
        name, coursedir, chosen = self._assignment.name, self._converter.coursedir, self._options.students
        try:
            BaseConverter.init_notebooks(self._converter)
        except NbGraderException as error:
            raise NothingGradedError(
                f"no submission of {name} is graded",
                "feedback is made of graded notebooks",
                f"run gan-grade autograde {name} first",
            ) from error
        folders = {Path(folder).parent.name: Path(folder) for folder in self._converter.assignments}
        for student in sorted({*folders, *folders_of(coursedir, name)}):
            if chosen and student not in chosen:
                folders.pop(student, None)
            elif student not in folders or not is_finished(folders[student]):
                folders.pop(student, None)
                self._wait(student, trouble_with(student) or "no run has graded it to its end")
        for student in sorted(set(chosen) - set(folders) - {each.student for each in self._summary.waiting}):
            raise SubmissionError(student, f"nobody of that name handed in {name}", "look at the spelling")
        file_name = self._assignment.solved.name
        return {student: folders[student] / file_name for student in sorted(folders)}

    def _page(self, student: str, path: Path) -> _Page:
        """Note grades and comments in a graded notebook."""
        resources = self._converter.init_single_notebook_resources(str(path))
        notebook = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
        with self._gradebook.transaction():
            for step in self._steps:
                notebook, resources = step.preprocess(notebook, resources)
        shown = {**resources, "metadata": {"name": path.stem, "path": ""}}
        # Where the gradebook is, and with which password, is nobody's business.
        shown["nbgrader"] = {key: value for key, value in resources["nbgrader"].items() if key != "db_url"}
        data = json.dumps({"notebook": notebook, "resources": shown}, sort_keys=True).encode()
        resources["output_extension"] = self._converter.exporter.file_extension
        return _Page(student, data, resources)

    def _is_made(self, page: _Page) -> bool:
        folder = Path(self._converter._format_dest(self._assignment.name, page.student))
        path = folder / f"{page.resources['unique_key']}{page.resources['output_extension']}"
        if not path.is_file() or (folder / UNFINISHED).exists():
            return False
        with path.open("rb") as file:
            file.seek(max(0, path.stat().st_size - len(page.mark)))
            return file.read() == page.mark.encode()

    def _take(self, page: _Page, outcome: Any) -> bool:
        """Write a page; tell whether there was one."""
        if not isinstance(outcome, bytes):
            self._wait(page.student, reason_of(outcome))
            return False
        converter, name = self._converter, self._assignment.name
        converter.init_assignment(name, page.student)
        converter.write_single_notebook(outcome.decode() + page.mark, page.resources)
        converter.set_permissions(name, page.student)
        self._summary.made.append(page.student)
        return True

    def _wait(self, student: str, reason: str) -> None:
        self._summary.waiting.append(Waiting(student, self._assignment.name, reason))
