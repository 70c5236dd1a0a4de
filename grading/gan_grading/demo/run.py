"""Grade the sample class with the stock nbgrader commands, and report."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from gan_grading.course import Assignment, Course
from gan_grading.demo.classroom import (
    ASSIGNMENT,
    PUPILS,
    DemoError,
    Pupil,
    answers_of,
    expected_points,
    write_submission,
)
from gan_grading.nbgrader.directory import class_directory, open_gradebook
from gan_grading.reports.collect import collect
from gan_grading.reports.grades import ClassGrades
from gan_grading.reports.html import write_class_report
from gan_grading.reports.table import class_table
from gan_grading.selfcheck.bank import read_bank


def run_demo(
    course: Course, folder: Path, say: Callable[[str], None] = print, pupils: Sequence[Pupil] = PUPILS
) -> list[str]:
    """Make, grade and report the sample class.

    Args:
        course: the course; its bank gives the answers.
        folder: where the class lives; emptied first.
        say: called with each line for the terminal.
        pupils: who is in the class.

    Returns:
        Submissions whose points differ from what they must be, one line each.

    Raises:
        DemoError: if a command of nbgrader fails.
    """
    assignment = course.assignment(ASSIGNMENT)
    bank = read_bank(course.root / "tests" / "banks", ASSIGNMENT, [e.id for e in assignment.exercises])
    shutil.rmtree(folder, ignore_errors=True)
    for pupil in pupils:
        write_submission(folder / "submitted", pupil, assignment, answers_of(pupil, assignment, bank))
    say(f"{len(pupils)} submissions of {ASSIGNMENT}; grading them with nbgrader")
    for command in (
        # The committed release stays untouched: nbgrader's own goes beside the class.
        ["generate_assignment", ASSIGNMENT, f"--CourseDirectory.release_directory={folder / 'release'}"],
        ["autograde", ASSIGNMENT],
        ["generate_feedback", ASSIGNMENT],
        ["export", "--to", str(folder / "grades.csv")],
    ):
        _nbgrader(course, folder, command)
    coursedir = class_directory(course, folder)
    with open_gradebook(coursedir) as gradebook:
        graded = collect(gradebook, coursedir, assignment)
    notes = {p.id: p.note for p in pupils}
    say("")
    say(class_table(graded, notes))
    report = folder / "report.html"
    write_class_report(report, graded, notes)
    say(f"\nfeedback for each student: {folder / 'feedback'}\ngrades: {folder / 'grades.csv'}")
    say(f"class report: {report}")
    return _differences(graded, pupils, assignment)


def _nbgrader(course: Course, folder: Path, command: Sequence[str]) -> None:
    environment = {**os.environ, "GAN_COURSE_ROOT": str(folder), "GAN_COURSE_DIR": str(course.root)}
    done = subprocess.run(
        [sys.executable, "-m", "nbgrader", *command],
        cwd=course.root / "grading",
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        lines = [line for line in done.stderr.splitlines() if line.strip()]
        raise DemoError(
            f"nbgrader {' '.join(command)} ended with {done.returncode}: {lines[-1] if lines else ''}",
            "the demo grades with nbgrader's own commands",
            "run that command in grading/ to see everything it says",
        )


def _differences(graded: ClassGrades, pupils: Sequence[Pupil], assignment: Assignment) -> list[str]:
    reached = {each.student: each.total for each in graded.students}
    lines = []
    for pupil in pupils:
        wanted = expected_points(pupil, assignment)
        points = reached.get(pupil.id)
        if points is None or abs(points - wanted) > 0.01:
            lines.append(f"{pupil.id} ({pupil.note}): {points} points, {wanted} expected")
    return lines
