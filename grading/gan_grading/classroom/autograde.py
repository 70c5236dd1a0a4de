"""Grade a class: workers judge, this process alone writes."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from gan_grading.classroom.cluster import Cluster, open_cluster
from gan_grading.classroom.fingerprint import keys_version
from gan_grading.classroom.journal import Entry, Journal
from gan_grading.classroom.judging import Judged, judge_all, task_of
from gan_grading.classroom.options import Options
from gan_grading.classroom.progress import Progress
from gan_grading.classroom.seed import FOLDER, class_seed
from gan_grading.classroom.submissions import Submission, is_written, read_submissions
from gan_grading.classroom.worker import GradingPlugin, plugin_of, unpack
from gan_grading.course import Assignment
from gan_grading.engine import Graded, Result
from gan_grading.engine.plan import make_plan
from gan_grading.errors import GradingError
from gan_grading.nbgrader.application import autograde_converter, nbgrader_app
from gan_grading.nbgrader.autograde import reason_of, still_waiting
from gan_grading.nbgrader.batches import BatchWriter, Handed, SharedGradebook, open_gradebook
from gan_grading.nbgrader.engine import EngineExecute, grading_mode
from gan_grading.nbgrader.lock import only_run
from gan_grading.nbgrader.logs import tell_once
from gan_grading.nbgrader.rebuild import recorded_points
from gan_grading.nbgrader.timestamps import read_timestamp
from gan_grading.nbgrader.waiting import Waiting, who_waits

BATCH = 25
BATCH_S = 10.0


@dataclass
class Summary:
    """What a run did.

    Attributes:
        graded: the results of those graded now, by student.
        recovered: students whose results an earlier run had left in the journal.
        skipped: students whose submissions had not changed.
        waiting: who has no score, and why.
        by_hand: who has all but the points that a person gives.
        notices: what was odd about submissions, by student.
        seed: of the class.
    """

    seed: int
    graded: dict[str, Result] = field(default_factory=dict)
    recovered: list[str] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)
    waiting: list[Waiting] = field(default_factory=list)
    by_hand: list[Waiting] = field(default_factory=list)
    notices: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))


class WrongModeError(GradingError):
    """A way of grading that only nbgrader's own command has."""


def autograde(assignment: Assignment, options: Options) -> Summary:
    """Grade a class; whatever ends this, the same call goes on where it stopped.

    Args:
        assignment: the assignment.
        options: whose, where, how much of it.

    Raises:
        GradingError: if the class cannot be graded as a whole.
    """
    if grading_mode() == "in-kernel":
        raise WrongModeError(
            "GAN_GRADING_MODE=in-kernel",
            "there student code shares nbgrader's own process",
            "run nbgrader autograde",
        )
    app = nbgrader_app(assignment.name)
    root = Path(app.coursedir.root)
    with ExitStack() as stack:
        stack.enter_context(only_run(root))
        gradebook = stack.enter_context(open_gradebook(app.coursedir))
        journal = stack.enter_context(Journal(root / FOLDER / f"{assignment.name}.jsonl"))
        seed = class_seed(root, assignment.name, options.new_seed)
        return _Run(assignment, options, app, gradebook, journal, seed).grade()


class _Run:
    """One run: what it holds open, and what it has seen."""

    def __init__(
        self,
        assignment: Assignment,
        options: Options,
        app: Any,
        gradebook: SharedGradebook,
        journal: Journal,
        seed: int,
    ) -> None:
        self._assignment, self._options, self._journal = assignment, options, journal
        self._gradebook, self.summary = gradebook, Summary(seed)
        coursedir = app.coursedir
        names = {
            "db_url": coursedir.db_url,
            "notebook": assignment.solved.stem,
            "assignment": assignment.name,
        }
        self._points = dict(recorded_points(names))
        plan = make_plan(assignment).worth(self._points)
        self._version = keys_version(plan)
        self._converter = autograde_converter(app)
        steps = self._converter.autograde_preprocessors
        self._execute = EngineExecute(parent=self._converter.exporter)
        for step in steps[steps.index(EngineExecute) + 1 :]:
            self._converter.exporter.register_preprocessor(step)
        self._writer = BatchWriter(self._converter, gradebook)
        tell_once(self._converter.log, plan.overruled())
        self._batch: list[Handed] = []
        self._began = time.monotonic()

    def grade(self) -> Summary:
        """Grade, write, and tell."""
        todo = list(self._todo())
        if todo:
            with open_cluster(self._options.jobs, self._options.cluster) as cluster:
                self._grade_on(cluster, todo)
        self._write()
        seen = {*self.summary.graded, *self.summary.recovered, *self.summary.skipped}
        keys = {(self._assignment.name, student) for student in seen}
        for each in still_waiting(self._converter, self._gradebook, keys):
            (self.summary.by_hand if each.by_hand else self.summary.waiting).append(each)
        return self.summary

    def _grade_on(self, cluster: Cluster, todo: Sequence[Submission]) -> None:
        plugin, by_student = self._plugin(), {each.student: each for each in todo}
        seed = self.summary.seed
        tasks = [task_of(plugin, each.student, each.to_json(), each.mark, seed) for each in todo]
        with Progress(len(todo), "graded") as progress:
            for judged in judge_all(cluster, plugin, tasks):
                progress.step(judged.student, in_trouble=not self._take(by_student[judged.student], judged))

    def _take(self, submission: Submission, judged: Judged) -> bool:
        """Keep what a worker made of a submission; tell whether that is a score."""
        if judged.graded is None:
            waiting = Waiting(submission.student, self._assignment.name, reason_of(judged.error))
            self._converter.left_out.append(waiting)
            return False
        self._journal.append([Entry(submission.student, submission.mark, judged.data)])
        self.summary.graded[submission.student] = judged.graded.result
        self._hand_over(submission, judged.graded)
        return judged.graded.result.status == "graded"

    def _hand_over(self, submission: Submission, graded: Graded) -> None:
        """Let a submission be written with the next batch."""
        _, trouble = read_timestamp(submission.path.parent)
        notices = [*graded.result.notices, *([trouble] if trouble else [])]
        if notices:
            self.summary.notices[submission.student] = notices
        if not self._batch:
            self._began = time.monotonic()
        self._batch.append(Handed(submission.student, submission.path, graded.notebook))
        if len(self._batch) >= BATCH or time.monotonic() - self._began > BATCH_S:
            self._write()

    def _write(self) -> None:
        if self._batch:
            self._converter.left_out += self._writer.write(self._batch)
            self._batch = []

    def _todo(self) -> Iterator[Submission]:
        """Find what no run has graded yet; take what one has graded and not written from the journal."""
        name, options = self._assignment.name, self._options
        waits = who_waits(self._gradebook, self._converter.coursedir)
        open_ = {w.student for w in waits if w.assignment == name and not w.by_hand}
        settled = self._gradebook.students_of(name) - open_
        file_name, seed = self._assignment.solved.name, self.summary.seed
        for each in read_submissions(self._converter, file_name, options.students, self._version, seed):
            if each.student in settled and not options.force and is_written(self._converter, each):
                self.summary.skipped.append(each.student)
                continue
            entry = None if options.force else self._journal.find(each.student, each.mark)
            if entry is None or not self._recover(each, entry):
                yield each

    def _recover(self, submission: Submission, entry: Entry) -> bool:
        """Take a score from the journal; what an earlier run could not grade is graded again."""
        graded = unpack(entry.data)
        if graded.result.status != "graded":
            return False
        self.summary.recovered.append(submission.student)
        self._hand_over(submission, graded)
        return True

    def _plugin(self) -> GradingPlugin:
        execute = self._execute
        return plugin_of(self._assignment, self._version, execute.no_sandbox, execute.demos, self._points)
