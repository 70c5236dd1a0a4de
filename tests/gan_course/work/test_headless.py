"""``gan-course check`` says what the notebook shows, of every kind of answer, and costs no work."""

from __future__ import annotations

import os

import nbformat
import pytest
from nbclient import NotebookClient

from gan_course.work.headless import run_notebook
from gan_course.work.notebook import Notebook, write_whole
from gan_course.work.sums import stops_text, sum_of, verdict_text
from gan_course.work.verdict import verdict_on

from .helpers import RIGHT, WRONG, begun

STATES = {
    "distances": "green",
    "slope": "red",
    "descend": "not written",
    "repeatable_noise": "red",
    "q_what_is_graded": "answered",
}


@pytest.fixture(scope="module")
def notebook(tmp_path_factory):
    """Assignment 00 with a right answer, a wrong one, none, one whose cell stops, and a question answered."""
    path = begun(
        tmp_path_factory.mktemp("student"),
        distances=RIGHT,
        slope=WRONG,
        repeatable_noise="def repeatable_noise(seed, n, dim):\n    return 1\ndel repeatable_noise\n1 / 0\n",
        q_what_is_graded='q_what_is_graded = "c"',
    )
    return Notebook.read(path)


@pytest.fixture(scope="module")
def run(notebook):
    return run_notebook(notebook)


@pytest.fixture(scope="module")
def shown(notebook):
    """What the notebook itself shows below each exercise, in a kernel that runs its own check cells."""
    cells = nbformat.from_dict(notebook.data)
    for cell in cells.cells:
        cell.source = "".join(cell.source)
    metadata = {"metadata": {"path": str(notebook.path.parent)}}
    skipping = {**os.environ, "GAN_COURSE_SKIP_DEMOS": "1"}
    NotebookClient(cells, allow_errors=True, resources=metadata, timeout=120).execute(env=skipping)
    tests = {
        c.metadata.nbgrader.grade_id: c for c in cells.cells if c.metadata.get("nbgrader", {}).get("grade")
    }
    return {name.removeprefix("test_"): cell.outputs for name, cell in tests.items()}


def test_each_kind_of_answer_gets_its_verdict(run):
    assert {v.exercise: v.state for v in run.verdicts} == STATES
    assert not run.all_well


def test_it_says_what_the_notebook_shows(run, shown):
    for verdict in run.verdicts:
        output, *_pictures = shown[verdict.exercise]
        if verdict.exercise == "repeatable_noise":
            assert output.ename == "NameError"
            continue
        text = output.data["text/plain"].splitlines()
        if verdict.lines:
            assert list(verdict.lines) == text
        else:
            assert text[0].startswith(
                {"not written": "· not written", "answered": "· recorded"}[verdict.state]
            )


def test_a_cell_that_stopped_is_named_and_the_rest_runs(run):
    (stop,) = run.stops
    assert "ZeroDivisionError" in stop.reason
    assert f"cell {stop.number} stopped" in stops_text(run)


def test_the_notebook_on_disk_stays_as_it_was(notebook, run):
    assert notebook.path.read_bytes() == notebook.raw


def test_the_sum_counts_exercises_and_questions_apart(run):
    assert sum_of(run.verdicts) == "1 of 4 exercises green, 1 of 1 question answered"
    told = verdict_text(next(v for v in run.verdicts if v.exercise == "slope"))
    assert told.startswith("✗ slope")
    assert "✓" not in told, "a wrong answer's lines tell what is wrong, not what holds"


def test_an_answer_that_is_no_function_any_more_is_said():
    verdict = verdict_on("00_start_here", "slope", {"slope": 3})
    assert verdict.state == "red"
    assert "not a function" in verdict.lines[0]


def test_a_cell_that_hangs_or_kills_the_kernel_ends_the_run(tmp_path):
    """The first is stopped and the cells after it run; after the second nothing can be said any more."""
    path = begun(tmp_path, distances="import time\ntime.sleep(60)", slope="import os\nos._exit(1)")
    notebook = Notebook.read(path)
    keep = ("distances", "slope", "test_slope")
    notebook.data["cells"] = [cell for cell in notebook.cells if cell["id"] in keep]
    write_whole(path, notebook.text().encode())
    told = []
    run = run_notebook(Notebook.read(path), longest=4, tell=lambda verdict: told.append(verdict.exercise))
    assert [(v.exercise, v.state) for v in run.verdicts] == [("slope", "unknown")]
    assert told == ["slope"]
    assert [stop.reason.split(";")[0] for stop in run.stops] == [
        "it was stopped after 4 s",
        "the kernel died here",
    ]
