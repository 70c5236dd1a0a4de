"""Let a cluster's workers judge submissions, and read what they send."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from gan_grading.classroom.cluster import Cluster, Task
from gan_grading.classroom.worker import GradingPlugin, OtherVersionError, grade_on_worker, unpack
from gan_grading.engine import Graded, NoSandboxError


@dataclass(frozen=True)
class Judged:
    """What came of one submission.

    Attributes:
        student: whose.
        graded: the verdict; ``None`` where there is none.
        error: what kept it from being judged.
        data: the verdict as it came.
    """

    student: str
    graded: Graded | None
    error: Any = None
    data: bytes = b""


def task_of(plugin: GradingPlugin, student: str, notebook: bytes, mark: str, seed: int) -> Task:
    """Return what a worker is asked for.

    Args:
        plugin: the run's.
        student: whose submission.
        notebook: as JSON, tidied.
        mark: its fingerprint.
        seed: of its hidden inputs.
    """
    return student, (plugin.name, notebook, mark, seed)


def judge_all(cluster: Cluster, plugin: GradingPlugin, tasks: Sequence[Task]) -> Iterator[Judged]:
    """Judge submissions, in the order in which they come back.

    One that was stopped though it had hardly computed shared its machine then: it is judged once more, alone,
    when all others are done.

    Args:
        cluster: who does it.
        plugin: what is to be graded, and how.
        tasks: see :func:`task_of`.

    Raises:
        GradingError: for what nobody else would be spared: no sandbox, other versions, a lost cluster.
    """
    again: list[Task] = []
    with cluster.with_plugin(plugin):
        for task, outcome in cluster.results(grade_on_worker, tasks):
            judged = _read(task[0], outcome)
            if judged.graded is not None and judged.graded.hurried and len(tasks) > 1:
                again.append(task)
                continue
            yield judged
        for task in again:
            for _, outcome in cluster.results(grade_on_worker, [task]):
                yield _read(task[0], outcome)


def _read(student: str, outcome: Any) -> Judged:
    if isinstance(outcome, NoSandboxError | OtherVersionError):
        raise outcome
    if isinstance(outcome, bytes):
        return Judged(student, unpack(outcome), data=outcome)
    return Judged(student, None, outcome)
