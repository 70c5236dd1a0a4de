"""The call without a database: results, faults of the grader, repetition after a crash."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import gan_grading
from gan_grading.course import Assignment, Course
from gan_grading.engine import Grader, Pool, Result, Sandbox, SandboxFailedError, choose_sandbox
from gan_grading.engine import sandbox as sandbox_module
from gan_grading.engine.sandbox import NoSandboxError

Make = Callable[[], dict[str, Any]]


def set_answer(notebook: dict[str, Any], name: str, source: str) -> dict[str, Any]:
    next(cell for cell in notebook["cells"] if cell["id"] == name)["source"] = source
    return notebook


def test_result_is_plain_data_and_reads_back(grader: Grader, correct: Make) -> None:
    result = grader.grade(correct())
    data = json.loads(json.dumps(result.to_json()))
    assert Result.from_json(data) == result
    assert data["schema"] == 1
    assert data["points"] == data["max_points"] == 17
    assert data["sandbox"]["kind"] == "bubblewrap"
    with pytest.raises(ValueError, match="schema 99"):
        Result.from_json({**data, "schema": 99})


def test_a_plain_test_cell_is_marked_as_weaker_evidence(grader: Grader, correct: Make) -> None:
    evidence = {each.exercise: each.evidence for each in grader.grade(correct()).exercises}
    assert evidence.pop("double") == "in-kernel"
    assert set(evidence.values()) == {"probe"}


def test_the_same_seed_gives_the_same_hidden_inputs(grader: Grader, correct: Make) -> None:
    """A class is graded with one set of hidden inputs, and a verdict can be repeated."""
    seeds = {each.seeds for _ in range(2) for each in grader.grade(correct()).exercises}
    assert len(seeds) == 1


def test_a_crash_leaves_later_exercises_and_earlier_names(grader: Grader, correct: Make) -> None:
    """After the first exercise kills its process, names from cells before it are there again."""
    notebook = set_answer(
        correct(), "discriminator_loss", "import os\nkept = 2\ndef discriminator_loss(*a):\n    os._exit(1)"
    )
    set_answer(notebook, "double", "def double(x):\n    return kept * x")
    result = grader.grade(notebook)
    assert [each.points for each in result.exercises] == [0, 4, 2, 5]
    assert result.exercise("discriminator_loss").findings[0].misconception == "stopped"


def test_a_fault_of_the_grader_is_no_zero(pool: Pool, tmp_path: Path, correct: Make) -> None:
    """A setup cell of the instructor's that fails leaves every exercise ungraded, with the reason."""
    source = Path(__file__).parent / "course" / "solutions" / "03_minimax" / "minimax.py"
    folder = tmp_path / "solutions" / "03_minimax"
    folder.mkdir(parents=True)
    text = source.read_text().replace("import torch\n", "import torch\nimport not_installed_here\n", 1)
    (folder / "minimax.py").write_text(text)
    broken = Grader(Course(tmp_path).assignment("03_minimax"), seed=1, pool=pool)
    result = broken.grade(correct())
    assert result.status == "ungraded"
    assert {each.points for each in result.exercises} == {None}
    assert "not_installed_here" in result.exercises[0].note


def test_an_exercise_without_a_probe_is_ungraded(pool: Pool, tmp_path: Path, correct: Make) -> None:
    source = Path(__file__).parent / "course" / "solutions" / "03_minimax" / "minimax.py"
    folder = tmp_path / "solutions" / "03_minimax"
    folder.mkdir(parents=True)
    (folder / "minimax.py").write_text(source.read_text().replace("make_generator", "make_something"))
    result = Grader(Course(tmp_path).assignment("03_minimax"), seed=1, pool=pool).grade(correct())
    assert result.exercise("make_something").status == "ungraded"
    assert result.exercise("double").points == 2


def test_a_sandbox_that_does_not_start_leaves_all_ungraded(assignment: Assignment, correct: Make) -> None:
    """No sandbox, no run: student code is never started unprotected because something failed."""
    with Pool(Sandbox("bubblewrap", "/bin/false")) as broken:
        with pytest.raises(SandboxFailedError):
            broken.warm()
        result = Grader(assignment, seed=1, pool=broken).grade(correct())
    assert {each.status for each in result.exercises} == {"ungraded"}


def test_without_a_sandbox_the_engine_refuses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox_module, "bubblewrap_programs", list)
    monkeypatch.setattr(sandbox_module.shutil, "which", lambda name: None)
    with pytest.raises(NoSandboxError, match="--no-sandbox"):
        choose_sandbox()
    assert choose_sandbox(waived=True).kind == "none"


def test_waiving_the_sandbox_is_said(assignment: Assignment, correct: Make) -> None:
    result = gan_grading.grade(correct(), assignment, seed=3, no_sandbox=True)
    assert result.points == 17
    assert result.sandbox.kind == "none"
    assert not any("namespaces" in layer or "bubblewrap" in layer for layer in result.sandbox.layers)


def test_one_sandbox_a_submission_where_namespaces_do_not_nest(assignment: Assignment, correct: Make) -> None:
    """A system that allows bubblewrap but no namespaces within it still isolates students from each other."""
    with Pool(choose_sandbox()) as alone:
        alone._nested = False
        first, second = alone.open(), alone.open()
        assert "seccomp" in first.layers
        first.run_cell("a", "open('mine', 'w').write('x')")
        assert second.run_cell("a", "import os; assert not os.path.exists('mine')").error is None
        first.close()
        assert second.run_cell("b", "1").error is None
        second.close()


def test_outputs_are_kept_for_feedback_and_carry_no_score(
    assignment: Assignment, pool: Pool, correct: Make
) -> None:
    """Pictures and text stay; a forged verdict, a script and an error a score could be read from do not."""
    notebook = set_answer(
        correct(),
        "discriminator_loss",
        "import matplotlib.pyplot as plt\nfrom IPython.display import display\nplt.plot([1, 2]); plt.show()\n"
        "display({'application/vnd.gan-grading.result+json': {'points': 6}, 'application/javascript': 'x',"
        " 'text/plain': 'shown'}, raw=True)\n"
        "def discriminator_loss(r, f):\n    return (r.sum() + f.sum()) * 0",
    )
    graded = Grader(assignment, seed=1, pool=pool, show=True).run(notebook)
    cells = {cell["id"]: cell for cell in graded.notebook.cells}
    data = [output.get("data", {}) for output in cells["discriminator_loss"].outputs]
    assert any("image/png" in each for each in data)
    assert {"text/plain": "shown"} in data
    outputs = [output for cell in graded.notebook.cells for output in cell.get("outputs", [])]
    assert "vnd.gan-grading" not in json.dumps(outputs)
    assert "javascript" not in json.dumps(outputs)
    assert cells["test_discriminator_loss"].outputs[0].text == "a visible check\n"


def test_a_slip_of_the_grader_leaves_one_submission_ungraded(
    grader: Grader, correct: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An unforeseen error is neither a zero nor the end of a class."""

    def slip(*arguments: object) -> None:
        raise LookupError("unforeseen")

    with monkeypatch.context() as patched:
        patched.setattr("gan_grading.engine.grader.Job", slip)
        result = grader.grade(correct())
    assert {each.status for each in result.exercises} == {"ungraded"}
    assert "LookupError: unforeseen" in result.exercises[0].note
    assert grader.grade(correct()).points == 17


def test_demonstrations_are_skipped_unless_asked_for(assignment: Assignment) -> None:
    source = "import os\nprint(os.environ['GAN_COURSE_SKIP_DEMOS'])"
    for demos, says in ((False, "1\n"), (True, "0\n")):
        with Pool(choose_sandbox(), demos=demos) as pool:
            session = pool.open()
            assert session.run_cell("a", source).outputs[0]["text"] == says
            session.close()
