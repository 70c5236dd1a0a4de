"""A class of the toy course, graded once with the stock nbgrader commands."""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode

HERE = Path(__file__).resolve()
TOY = HERE.parents[2] / "toy_course"
CONFIG = HERE.parents[3] / "grading" / "nbgrader_config.py"

RIGHT = {
    "double": "def double(x):\n    return 2 * x",
    "average": "def average(values):\n    return sum(values) / len(values)",
    "q_sum": "q_sum = 11 * 5",
}
WRONG = {
    "double": "def double(x):\n    return x * x",
    "average": "def average(values):\n    return sum(values) // len(values)",
    "q_sum": "q_sum = 10",
}
NOISY = {
    "double": "import sys, warnings\n\ndef double(x):\n    warnings.warn('careful')\n    print('doubling')\n"
    "    print('to stderr', file=sys.stderr)\n    return x + x",
}
RAISES = {"average": "def average(values):\n    raise ZeroDivisionError('nobody counts')"}
EXITS = {"average": "import os\n\ndef average(values):\n    os._exit(1)"}
BLANKS_LATER_CELLS = {
    "average": "get_ipython().input_transformers_cleanup.append(lambda lines: [])\n",
}
FORGES_POINTS = {
    "double": "import toy_probe\n\nreal = toy_probe.probe\n\ndef much(assignment, exercise):\n"
    "    toy_probe.POINTS[exercise] = float('inf') if exercise == 'average' else 1000.0\n"
    "    return real(assignment, exercise)\n\ntoy_probe.probe = much\n\ndef double(x):\n    return 2 * x",
}
READS_THE_TEST = {"q_sum": "print(In[-3])\nq_sum = 55"}
SCRIPTS = {
    "q_sum": "from IPython.display import HTML, display\n"
    "display(HTML('<script>alert(1)</script><b>bold</b>'))\nq_sum = 55"
}


def _tag_tests(notebook: NotebookNode) -> None:
    for cell in notebook.cells:
        if cell["id"].startswith("test_"):
            cell.metadata["tags"] = ["skip-execution"]


def _delete_average(notebook: NotebookNode) -> None:
    notebook.cells = [cell for cell in notebook.cells if "average" not in cell["id"]]


def _empty_tests(notebook: NotebookNode) -> None:
    for cell in notebook.cells:
        if cell["id"].startswith("test_"):
            cell.source, cell.metadata["nbgrader"]["points"] = "pass", 1000


def _add_script_text(notebook: NotebookNode) -> None:
    notebook.cells.append(nbformat.v4.new_markdown_cell("<script>alert(2)</script>\n\n**shown** $a<b$"))


def _nothing(notebook: NotebookNode) -> None:
    pass


@dataclass(frozen=True)
class Submission:
    """What a student handed in, and the points of (double, average, q_sum) it must get."""

    answers: dict[str, str]
    change: Callable[[NotebookNode], None]
    points: tuple[float, float, float]


CLASS = {
    "right": Submission(RIGHT, _nothing, (3, 4, 1)),
    "wrong": Submission(WRONG, _nothing, (0, 2, 0)),
    "blank": Submission({}, _nothing, (0, 0, 0)),
    "noisy": Submission(RIGHT | NOISY, _nothing, (3, 4, 1)),
    "raises": Submission(RIGHT | RAISES, _nothing, (3, 0, 1)),
    "exits": Submission(RIGHT | EXITS, _nothing, (3, 0, 0)),
    "skips_tests": Submission(WRONG, _tag_tests, (0, 2, 0)),
    "empties_tests": Submission(WRONG, _empty_tests, (0, 2, 0)),
    "blanks_later_cells": Submission(RIGHT | BLANKS_LATER_CELLS, _nothing, (3, 0, 0)),
    "deletes_an_exercise": Submission(RIGHT, _delete_average, (3, 0, 1)),
    "forges_points": Submission(WRONG | FORGES_POINTS, _nothing, (0, 0, 0)),
    "reads_the_test": Submission(RIGHT | READS_THE_TEST, _nothing, (3, 4, 1)),
    "scripts": Submission(RIGHT | SCRIPTS, _add_script_text, (3, 4, 1)),
}


@dataclass(frozen=True)
class GradedClass:
    """Where the class lies, and what was handed in."""

    course: Path
    root: Path
    submissions: dict[str, Submission]

    def grades(self) -> dict[str, dict[str, str]]:
        """Rows of ``nbgrader export``, by student."""
        with (self.root / "grades.csv").open() as file:
            return {row["student_id"]: row for row in csv.DictReader(file)}

    def notebook(self, student: str) -> NotebookNode:
        """A student's autograded notebook."""
        return nbformat.read(self.root / "autograded" / student / "01_sums" / "sums.ipynb", as_version=4)

    def feedback(self, student: str) -> str:
        """A student's feedback page."""
        return (self.root / "feedback" / student / "01_sums" / "sums.html").read_text()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that takes ``student`` once for each submission."""
    if "student" in metafunc.fixturenames:
        metafunc.parametrize("student", list(CLASS))


@pytest.fixture(scope="session")
def graded(tmp_path_factory: pytest.TempPathFactory) -> GradedClass:
    """Release, autograde, make feedback and export, all through ``nbgrader`` itself."""
    base = tmp_path_factory.mktemp("class")
    course, root = base / "course", base / "root"
    shutil.copytree(TOY, course)
    environment = {
        **os.environ,
        "GAN_COURSE_DIR": str(course),
        "GAN_COURSE_ROOT": str(root),
        "PYTHONPATH": str(course),
        "OMP_NUM_THREADS": "1",
        "GAN_GRADING_MODE": "in-kernel",  # this toy course brings probes of its own
    }
    environment.pop("GAN_GRADING_SEED", None)

    def run(*command: str) -> None:
        done = subprocess.run(
            [sys.executable, "-m", *command],
            cwd=CONFIG.parent,
            env=environment,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr[-3000:]

    run("gan_grading.cli", "release")
    run("nbgrader", "generate_assignment", "01_sums")
    released = nbformat.read(course / "course" / "01_sums" / "sums.ipynb", as_version=4)
    for student, submission in CLASS.items():
        notebook = _filled(released, submission.answers)
        submission.change(notebook)
        folder = root / "submitted" / student / "01_sums"
        folder.mkdir(parents=True)
        nbformat.write(notebook, folder / "sums.ipynb")
    for command in ("autograde", "generate_feedback"):
        run("nbgrader", command, "01_sums")
    run("nbgrader", "export", f"--to={root / 'grades.csv'}")
    return GradedClass(course, root, CLASS)


def _filled(released: NotebookNode, answers: dict[str, str]) -> NotebookNode:
    notebook = nbformat.from_dict(released)
    notebook = nbformat.reads(nbformat.writes(notebook), as_version=4)
    for cell in notebook.cells:
        cell.source = answers.get(cell["id"], cell.source)
    return notebook
