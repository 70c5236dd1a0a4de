"""A class of forty, from an archive in the form of Moodle or Canvas to grades and feedback, with the times.

    python -m tests.benchmarks.term [--json] [--assignment NAME] [--students N]

Answers are drawn from the bank. Some submissions are late, some handed in twice, some renamed, one student
hands in nothing. Every command is a process of its own, as an instructor starts it; one that fails ends the
benchmark.
"""

from __future__ import annotations

import csv
import random
import resource
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import nbformat

from gan_grading.course import Assignment, find_course
from gan_grading.selfcheck.bank import read_bank
from tests.benchmarks._measure import parser, report

Platform = Literal["moodle", "canvas"]
DUE = (2026, 10, 12)
CLASS = """
timezone = "UTC"
[late]
percent_per_day = 10
percent_at_most = 50
[assignments.{name}]
due = 2026-10-12T23:59:00
"""


@dataclass(frozen=True)
class Upload:
    """One file that a student handed in.

    Attributes:
        number: of the student.
        day: of October.
        file: its name.
        attempt: how many of the student's came before it.
        text: the notebook.
    """

    number: int
    day: int
    file: str
    attempt: int
    text: str


@dataclass
class Clock:
    """Seconds of the clock, and of processors, by step."""

    folder: Path
    seconds: dict[str, float] = field(default_factory=dict)
    cpu: dict[str, float] = field(default_factory=dict)

    def run(self, step: str, *command: str) -> None:
        """Run a command in the class's folder and note what it took."""
        before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        words = [sys.executable, "-m", *command]
        done = subprocess.run(words, cwd=self.folder, capture_output=True, text=True, check=False)
        if done.returncode:
            raise SystemExit(f"{' '.join(command)} ended with {done.returncode}:\n{done.stderr[-3000:]}")
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        self.seconds[step] = round(time.perf_counter() - began, 1)
        self.cpu[step] = round(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, 1)


def uploads(assignment: Assignment, students: int, chance: random.Random) -> Iterator[Upload]:
    """Yield what the class hands in; the last student hands in nothing."""
    course, stem = find_course(), assignment.released.stem
    bank = read_bank(course.root / "tests" / "banks", assignment.name, [e.id for e in assignment.exercises])
    released = nbformat.read(assignment.released, as_version=4)
    for number in range(students - 1):
        answers = {
            exercise.id: chance.choice([a.source for a in bank if a.exercise == exercise.id])
            for exercise in assignment.exercises
        }
        notebook = nbformat.reads(nbformat.writes(released), as_version=4)
        first = nbformat.writes(notebook)
        for cell in notebook.cells:
            cell.source = answers.get(cell["id"], cell.source)
        day = DUE[2] + 2 if number % 8 == 0 else DUE[2] - 1
        name = {0: f"Copy of {stem}", 1: f"{stem} (1)"}.get(number % 6, stem)
        if number % 5 == 0:
            name = f"{stem} (1)"  # no platform keeps two files of one name
            yield Upload(number, day - 1, f"{stem}.ipynb", 0, first)
        yield Upload(number, day, f"{name}.ipynb", int(number % 5 == 0), nbformat.writes(notebook))


def archive(platform: Platform, path: Path, given: list[Upload]) -> None:
    """Pack the uploads under the names that a platform writes."""
    with zipfile.ZipFile(path, "w") as packed:
        for each in given:
            if platform == "moodle":
                name = f"Given Family{each.number}_{9000 + each.number}_assignsubmission_file/{each.file}"
            else:
                late = "_LATE" if each.day > DUE[2] else ""
                again = f"-{each.attempt}" if each.attempt else ""
                file = f"{each.file.removesuffix('.ipynb')}{again}.ipynb"
                attachment = 5000 + 10 * each.number + each.attempt
                name = f"family{each.number}given{late}_{700 + each.number}_{attachment}_{file}"
            packed.writestr(zipfile.ZipInfo(name, (*DUE[:2], each.day, 9, 0, 0)), each.text)


def measure(platform: Platform, name: str, students: int) -> dict[str, Any]:
    """Walk one class through the term, and look whether everybody arrived."""
    assignment = find_course().assignment(name)
    given = list(uploads(assignment, students, random.Random(1)))
    with tempfile.TemporaryDirectory() as scratch:
        clock = Clock(Path(scratch))
        clock.run("init", "gan_grading.cli", "init", "class", "--assignment", name)
        clock.folder = folder = Path(scratch) / "class"
        (folder / "class.toml").write_text(CLASS.format(name=name))
        rows = [f"s{n},Given,Family{n},s{n}@example.org,{700 + n}\n" for n in range(students)]
        (folder / "roster.csv").write_text("id,first_name,last_name,email,lms_user_id\n" + "".join(rows))
        archive(platform, folder / "download.zip", given)
        clock.run("roster and dates", "gan_grading.cli", "init", ".")
        clock.run("release", "nbgrader", "generate_assignment", name)
        clock.run("collect", "gan_grading.cli", "collect", platform, name, "download.zip")
        clock.run("autograde", "gan_grading.cli", "autograde", name)
        clock.run("report", "gan_grading.cli", "report", name)
        clock.run("feedback", "gan_grading.cli", "feedback", name)
        table = ["export", "--to", platform, "--assignment", name, "--feedback", "feedback.zip"]
        clock.run("export", "gan_grading.cli", *table)
        with (folder / "reports" / name / "grades.csv").open(encoding="utf-8", newline="") as file:
            graded = sum(float(row["score"] or 0) > 0 for row in csv.DictReader(file))
        with zipfile.ZipFile(folder / "feedback.zip") as packed:
            pages = len(packed.namelist())
    assert pages == students - 1, pages
    return {
        "platform": platform,
        "assignment": name,
        "submissions": students - 1,
        "uploads": len(given),
        "with points": graded,
        "feedback pages": pages,
        **{
            f"{step}, s": f"{clock.seconds[step]} ({clock.cpu[step]} of processors)" for step in clock.seconds
        },
    }


def main() -> None:
    """Measure both platforms."""
    options = parser(__doc__ or "")
    options.add_argument("--assignment", default="00_start_here")
    options.add_argument("--students", type=int, default=40)
    given = options.parse_args()
    platforms: tuple[Platform, ...] = ("moodle", "canvas")
    for platform in platforms:
        found = measure(platform, given.assignment, given.students)
        report(found, given.json)
        sys.stdout.flush()


if __name__ == "__main__":
    main()
