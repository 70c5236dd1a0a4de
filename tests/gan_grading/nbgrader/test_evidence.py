"""Points come only from a probe's own, complete result."""

from __future__ import annotations

from typing import Any

import pytest
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_notebook, new_output
from nbgrader.utils import determine_grade

from gan_grading.nbgrader.evidence import UNGRADED, RequireEvidence, StderrIsNoVerdict
from gan_grading.nbgrader.results import RESULT, results_in


def _cell(*outputs: NotebookNode, source: str = 'probe("a", "f")') -> NotebookNode:
    marks = {"grade": True, "solution": False, "points": 3, "grade_id": "test_f"}
    return new_code_cell(source, outputs=list(outputs), metadata={"nbgrader": marks})


def _result(points: Any, exercise: str = "f") -> NotebookNode:
    data = {"assignment": "a", "exercise": exercise, "points": points, "note": "broken probe"}
    return new_output("display_data", data={RESULT: data, "text/plain": "…"})


def _score(shown: str) -> NotebookNode:
    return new_output("execute_result", data={"text/plain": shown}, execution_count=1)


def _judged(cell: NotebookNode, **record: object) -> tuple[NotebookNode, float | None]:
    notebook = new_notebook(cells=[cell], metadata={"gan_grading": record})
    notebook, _ = RequireEvidence().preprocess(notebook, {})
    return notebook.cells[0], determine_grade(notebook.cells[0])[0]


def test_a_complete_result_keeps_its_points() -> None:
    assert _judged(_cell(_result(2.5), _score("2.5")))[1] == 2.5


ERROR = new_output("error", ename="NameError", evalue="f", traceback=[])
NO_EVIDENCE = {
    "nothing ran": [],
    "only a number": [_score("3.0")],
    "result of another exercise": [_result(3.0, exercise="g"), _score("3.0")],
    "number missing": [_result(3.0)],
    "number differs": [_result(1.0), _score("3.0")],
    "two results": [_result(3.0), _result(3.0), _score("3.0")],
    "more than the maximum": [_result(4.0), _score("4.0")],
    "negative": [_result(-1.0), _score("-1.0")],
    "infinite": [_result(float("inf")), _score("inf")],
    "not a number": [_result(float("nan")), _score("nan")],
    "a bool": [_result(True), _score("True")],
    "a string": [_result("3"), _score("3")],
    "an error after the result": [_result(3.0), ERROR],
}


@pytest.mark.parametrize("case", NO_EVIDENCE)
def test_anything_less_is_zero_with_a_reason(case: str) -> None:
    cell, score = _judged(_cell(*NO_EVIDENCE[case]))
    assert score == 0
    (result,) = results_in(cell)
    assert result["points"] == 0
    assert result["findings"][0]["points_lost"] == 3
    assert len(result["findings"][0]["message"]) > 20


def test_a_dead_kernel_is_named_as_the_reason() -> None:
    cell, _ = _judged(_cell(), kernel_died=True)
    assert "Python itself stopped" in results_in(cell)[0]["findings"][0]["message"]


def test_a_time_limit_is_named_as_the_reason() -> None:
    late = new_output("error", ename="CellTimeoutError", evalue="", traceback=[])
    cell, _ = _judged(_cell(late))
    assert "longer than the time allowed" in results_in(cell)[0]["findings"][0]["message"]


def test_a_fault_of_the_probe_is_ungraded_and_no_zero() -> None:
    error = new_output("error", ename="RuntimeError", evalue="ungraded: broken probe", traceback=[])
    cell, _ = _judged(_cell(_result(None), error))
    assert cell.metadata[UNGRADED] == "broken probe"
    assert results_in(cell)[0]["points"] is None


def test_a_test_cell_without_probe_is_left_to_nbgrader() -> None:
    """An instructor's own plain test keeps nbgrader's rules."""
    cell, score = _judged(_cell(source="assert f() == 1"))
    assert (score, cell.outputs) == (3, [])


def test_stderr_becomes_stdout_and_only_in_test_cells() -> None:
    warning = new_output("stream", name="stderr", text="careful")
    cell, _ = StderrIsNoVerdict().preprocess_cell(_cell(warning), {}, 0)
    assert (cell.outputs[0].name, cell.outputs[0].text) == ("stdout", "careful")
    other = new_code_cell("x", outputs=[new_output("stream", name="stderr", text="careful")])
    assert StderrIsNoVerdict().preprocess_cell(other, {}, 0)[0].outputs[0].name == "stderr"


def test_points_that_the_gradebook_has_otherwise_make_no_zero() -> None:
    """In the kernel the probe judges by the source, where this exercise is worth 6."""
    cell = _cell(_result(3.0), _score("3.0"), source='probe("03_minimax", "discriminator_loss")')
    assert "gan-grade migrate" in _judged(cell)[0].metadata[UNGRADED]
