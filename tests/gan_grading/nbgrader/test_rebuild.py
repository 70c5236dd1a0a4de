"""A submission is rebuilt on the instructor's cells, whatever was done to it."""

from __future__ import annotations

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell

from gan_grading.nbgrader.rebuild import Original, rebuild


def _original(name: str, source: str, **marks: object) -> Original:
    metadata = {"grade_id": name, "solution": False, "grade": False, "locked": True, **marks}
    return Original("code", source, metadata)


ORIGINALS = {
    "given": _original("given", "helper = 1"),
    "f": _original("f", "def f(): ...", solution=True, locked=False),
    "test_f": _original("test_f", "probe('a', 'f')", grade=True, points=3),
}


def _cell(name: str, source: str, **marks: object) -> NotebookNode:
    return new_code_cell(source, id=name, metadata={"nbgrader": {"grade_id": name, **marks}})


def _sources(cells: list[NotebookNode]) -> list[str]:
    return [cell.source for cell in cells]


def test_answers_keep_their_text_and_the_rest_is_the_instructors() -> None:
    cells = [_cell("given", "helper = 2"), _cell("f", "def f(): return 1"), _cell("test_f", "pass")]
    assert _sources(rebuild(cells, ORIGINALS)) == ["helper = 1", "def f(): return 1", "probe('a', 'f')"]


def test_forged_metadata_is_replaced() -> None:
    cells = [_cell("test_f", "pass", grade=False, points=1000, solution=True)]
    restored = rebuild(cells, ORIGINALS)[-1]
    assert restored.metadata["nbgrader"] == ORIGINALS["test_f"].metadata
    assert restored.source == "probe('a', 'f')"


def test_missing_cells_come_back_and_a_missing_answer_does_not() -> None:
    assert _sources(rebuild([], ORIGINALS)) == ["helper = 1", "probe('a', 'f')"]


def test_order_is_the_instructors_and_extra_cells_stay_where_they_were() -> None:
    extra = new_code_cell("def my_own_helper(): ...")
    cells = [_cell("test_f", ""), _cell("f", "def f(): return 1"), extra, _cell("given", "")]
    assert _sources(rebuild(cells, ORIGINALS)) == [
        "helper = 1",
        "def f(): return 1",
        "def my_own_helper(): ...",
        "probe('a', 'f')",
    ]


def test_of_two_cells_with_one_id_the_last_counts() -> None:
    cells = [_cell("f", "def f(): return 1"), _cell("f", "def f(): return 2")]
    rebuilt = rebuild(cells, ORIGINALS)
    marked = [cell.source for cell in rebuilt if cell.metadata.get("nbgrader", {}).get("grade_id") == "f"]
    assert marked == ["def f(): return 2"]


def test_a_test_cell_turned_into_text_is_code_again() -> None:
    cells = [new_markdown_cell("", metadata={"nbgrader": {"grade_id": "test_f"}})]
    restored = rebuild(cells, ORIGINALS)[-1]
    assert (restored.cell_type, restored.source) == ("code", "probe('a', 'f')")


def test_a_cell_without_metadata_is_known_by_its_id() -> None:
    """Some editors drop what they do not know."""
    rebuilt = rebuild([new_code_cell("def f(): return 1", id="f")], ORIGINALS)
    assert rebuilt[1].metadata["nbgrader"]["grade_id"] == "f"


def test_metadata_that_is_no_mapping_does_not_stop_the_class() -> None:
    cell = new_code_cell("x", metadata={"nbgrader": "odd"})
    assert "x" in _sources(rebuild([cell], ORIGINALS))
