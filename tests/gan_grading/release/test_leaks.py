"""Nothing of a solution or a hidden test reaches a student."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from nbformat.v4 import new_code_cell, new_notebook

from gan_grading.course import Assignment, Course
from gan_grading.release.leaks import leaks_in, squeeze_all, telling_lines
from gan_grading.release.pipeline import RefusedError, build
from gan_grading.release.source import read_source

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def real() -> Course:
    """This repository's own course."""
    return Course(ROOT)


def _telling(course: Course) -> dict[str, set[str]]:
    return {a.name: telling_lines(read_source(a.source)) for a in course.assignments}


def test_committed_release_shows_no_line_of_a_solution_or_hidden_test(real: Course) -> None:
    """Read as raw text, so that metadata and outputs are searched as well as cells."""
    telling = _telling(real)
    assert telling
    assert all(telling.values())
    everything = set().union(*telling.values())
    for path in real.release.rglob("*"):
        if path.is_file():
            raw = path.read_text(encoding="utf-8").replace("\\n", "\n").replace('\\"', '"')
            assert leaks_in(raw, everything) == [], path


def test_wheel_of_the_library_holds_no_solution_and_nothing_of_the_grader(
    real: Course, tmp_path: Path
) -> None:
    wheels = pytest.importorskip("hatchling.builders.wheel")
    (wheel,) = wheels.WheelBuilder(str(ROOT)).build(directory=str(tmp_path), versions=["standard"])
    everything = set().union(*_telling(real).values())
    sources = {assignment.source.name for assignment in real.assignments}
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        assert not [n for n in names if "gan_grading" in n or "gan_worker" in n or "solutions" in n]
        assert not [n for n in names if "/notebooks/" in n and n.endswith(".py") and Path(n).name in sources]
        for name in names:
            if "/notebooks/" in name and name.endswith(".ipynb"):
                raw = archive.read(name).decode("utf-8").replace("\\n", "\n").replace('\\"', '"')
                assert leaks_in(raw, everything) == [], name


def test_a_solution_line_in_public_text_is_refused(toy: Course, sums: Assignment) -> None:
    source = sums.source.read_text()
    source = source.replace("# A picture that", "# Just `return add_up(values)/len(values)`. A picture that")
    sums.source.write_text(source)
    with pytest.raises(RefusedError) as refused:
        build(toy, sums)
    assert [p.rule for p in refused.value.problems] == ["no_leak"]


@pytest.mark.parametrize(
    "copy",
    [
        "return add_up(values) / len(values)",
        "    return   add_up( values )/len(values)  # my own idea",
        "x = 1; return add_up(values) / len(values)",
    ],
)
def test_white_space_and_comments_hide_no_copy(sums: Assignment, copy: str) -> None:
    assert leaks_in(copy, telling_lines(read_source(sums.source)))


def test_short_lines_that_stand_everywhere_are_no_leak() -> None:
    cell = new_code_cell(
        "### BEGIN SOLUTION\nreturn loss\n### END SOLUTION", metadata={"nbgrader": {"solution": True}}
    )
    assert telling_lines(new_notebook(cells=[cell])) == set()


def test_markers_and_the_graders_names_are_leaks_by_themselves() -> None:
    assert leaks_in("### BEGIN HIDDEN TESTS\nfrom gan_grading.kernel import probe", set()) == [
        "BEGIN HIDDEN",
        "gan_grading",
    ]


def test_lines_stay_apart_when_squeezed() -> None:
    """Else the end of one line and the start of the next could look like a solution."""
    assert squeeze_all("a b\n c  # d") == "ab\nc"
