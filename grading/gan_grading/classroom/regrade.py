"""Grade a class again on all cores, each submission with the seed it had before; nothing is written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from gan_grading.classroom.cluster import open_cluster
from gan_grading.classroom.fingerprint import keys_version
from gan_grading.classroom.judging import judge_all, task_of
from gan_grading.classroom.options import Options
from gan_grading.classroom.progress import Progress
from gan_grading.classroom.submissions import json_of
from gan_grading.classroom.worker import plugin_of
from gan_grading.course import Assignment
from gan_grading.engine.plan import make_plan
from gan_grading.nbgrader.autograde import reason_of
from gan_grading.nbgrader.names import quoted
from gan_grading.nbgrader.rebuild import recorded_points
from gan_grading.nbgrader.regrade import Regraded, compared, to_grade_again
from gan_grading.reports.grades import ClassGrades


def grade_again(
    coursedir: Any,
    grades: ClassGrades,
    assignment: Assignment,
    no_sandbox: bool,
    options: Options,
    say: Callable[[str], None],
) -> Iterator[Regraded]:
    """Grade what is graded already, and compare.

    Args:
        coursedir: nbgrader's description of the class's folders.
        grades: the class's grades as they stand.
        assignment: the assignment.
        no_sandbox: let student code run unprotected where no sandbox is wanted.
        options: whose, and where.
        say: called with a line on each submission whose scores stay because they cannot be compared.
    """
    names = {"db_url": coursedir.db_url, "notebook": assignment.solved.stem, "assignment": assignment.name}
    points = dict(recorded_points(names))
    version = keys_version(make_plan(assignment).worth(points))
    found = to_grade_again(coursedir, grades, assignment, version, say)
    todo = {each.before.student: each for each in found}
    if options.students:
        todo = {student: each for student, each in todo.items() if student in options.students}
    for student in sorted(set(options.students) - todo.keys()):
        say(f"{quoted(student)}: no submission of theirs can be graded again")
    if not todo:
        return
    plugin = plugin_of(assignment, version, no_sandbox, False, points)
    tasks = [
        task_of(plugin, student, json_of(again.notebook), again.mark, again.seed)
        for student, again in todo.items()
    ]
    with (
        open_cluster(options.jobs, options.cluster) as cluster,
        Progress(len(tasks), "graded again") as progress,
    ):
        for judged in judge_all(cluster, plugin, tasks):
            if judged.graded is None:
                say(f"{quoted(judged.student)}: its scores stay, {reason_of(judged.error)}")
            elif (regraded := compared(todo[judged.student], judged.graded, say)) is not None:
                yield regraded
            progress.step(judged.student, in_trouble=judged.graded is None)
