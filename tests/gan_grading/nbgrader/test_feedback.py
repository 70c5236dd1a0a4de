"""Feedback hides the tests wherever they were printed."""

from __future__ import annotations

import re
import time

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from gan_grading.course import find_course
from gan_grading.nbgrader.feedback import HideTests, ShowFindings
from gan_grading.nbgrader.formulas import set_formula
from gan_grading.nbgrader.rendering import LEFT_OUT, PAGE, LimitText, light_highlight, safe_markdown
from gan_grading.nbgrader.results import RESULT

FORMULA = re.compile(r"\$\$(.+?)\$\$|\$([^$\n]+?)\$", re.DOTALL)
SECRET = 'probe("03_minimax", "value_function")'
SOURCE = f"check.f(f)\n### BEGIN HIDDEN TESTS\n{SECRET}\n### END HIDDEN TESTS"
MARKS = {"grade": True, "solution": False, "points": 3, "grade_id": "test_f"}


def test_hidden_lines_go_from_sources_and_outputs() -> None:
    colours = '\x1b[31mprobe\x1b[0m(\x1b[32m"03_minimax"\x1b[0m, "value_function")'
    outputs = [
        new_output("stream", text=f"before\n{SECRET}\nafter"),
        new_output("error", ename="E", evalue="x", traceback=[f"frame\n----> 3 {colours}\nend"]),
        new_output("display_data", data={"text/html": f"<pre>\n{SECRET}\n</pre>"}),
    ]
    test = new_code_cell(SOURCE, metadata={"nbgrader": MARKS})
    own = new_code_cell("print(In[-1])", outputs=outputs)
    notebook, _ = HideTests().preprocess(new_notebook(cells=[test, own]), {})
    assert notebook.cells[0].source == "check.f(f)"
    assert notebook.cells[1].outputs[0].text == "before\nafter"
    assert notebook.cells[1].outputs[1].traceback == ["frame\nend"]
    assert notebook.cells[1].outputs[2].data["text/html"] == "<pre>\n</pre>"


def test_errors_of_a_test_cell_lose_their_frames() -> None:
    error = new_output("error", ename="KeyError", evalue="'x'", traceback=["grader/secret.py in judge()"])
    cell = new_code_cell(SOURCE, outputs=[error], metadata={"nbgrader": MARKS})
    notebook, _ = HideTests().preprocess(new_notebook(cells=[cell]), {})
    assert notebook.cells[0].outputs[0].traceback == ["KeyError: 'x'"]


def test_a_result_is_shown_as_its_html_alone() -> None:
    bundle = {RESULT: {"points": 2, "seeds": [1]}, "text/html": "<b>2 of 3</b>", "text/plain": "2 of 3"}
    outputs = [
        new_output("display_data", data=bundle),
        new_output("execute_result", data={"text/plain": "2.0"}, execution_count=1),
    ]
    cell = new_code_cell(SOURCE, outputs=outputs, metadata={"nbgrader": MARKS})
    shown, _ = ShowFindings().preprocess_cell(cell, {}, 0)
    assert [output.data for output in shown.outputs] == [{"text/html": "<b>2 of 3</b>"}]


def test_markdown_keeps_formulas_and_loses_scripts() -> None:
    shown = safe_markdown("**bold** $a < b$ <script>x()</script> [link](javascript:x())")
    assert "<strong>bold</strong>" in shown
    assert "<mi>a</mi><mo>&lt;</mo><mi>b</mi>" in shown
    assert "<script" not in shown
    assert "javascript:" not in shown


@pytest.mark.parametrize("text", ["a." * 120_000, "*a" * 120_000, "# \n" * 80_000, "<" * 250_000])
def test_a_page_is_made_in_a_time_that_has_an_end(text: str) -> None:
    """Colouring the first of these takes ten minutes with nbconvert's own filter."""
    started = time.process_time()
    pages = safe_markdown(text), light_highlight(text)
    assert time.process_time() - started < 5
    assert all("<pre>" in page for page in pages)
    assert "<<" not in "".join(pages)


def test_short_code_keeps_its_colours() -> None:
    assert "<span" in light_highlight("def f(x):\n    return x")


def test_a_page_holds_so_much_text_and_every_verdict() -> None:
    own = new_code_cell("x" * PAGE)
    own.outputs = [new_output("display_data", data={"text/html": "x"})]
    verdict = new_code_cell("1", metadata={"nbgrader": {"solution": False, "grade": True}})
    data = {"text/html": "x" * PAGE, RESULT: {}}
    verdict.outputs = [new_output("display_data", data=data)]
    notebook = new_notebook(cells=[own, new_markdown_cell("more"), verdict])
    LimitText().preprocess(notebook, {})
    assert own.source == "x" * PAGE
    assert own.outputs[0].data == {"text/plain": LEFT_OUT}
    assert notebook.cells[1].source == LEFT_OUT
    assert verdict.outputs[0].data["text/html"] == "x" * PAGE


def test_formulas_are_set_while_the_page_is_made() -> None:
    page = safe_markdown("Let $a < 1$ and\n\n$$\\frac{a}{2}$$\n\nbut `$5`.")
    assert '<math display="inline"><mrow><mi>a</mi><mo>&lt;</mo><mn>1</mn></mrow></math>' in page
    assert "<mfrac>" in page
    assert "<code>$5</code>" in page


@pytest.mark.parametrize("tex", [r"\unknowncommand{a}", r"\frac{", "\n".join(["x +"] * 600)])
def test_what_cannot_be_set_is_shown_as_it_was_written(tex: str) -> None:
    assert f"<code>{tex}</code>" in safe_markdown(f"see $${tex}$$ here")


def test_a_formula_brings_nothing_that_a_browser_would_run() -> None:
    page = safe_markdown(r"$\text{<script>alert(1)</script>}$ $\href{javascript:alert(1)}{x}$ formula0x0x")
    assert "<script" not in page
    assert "<a" not in page
    assert "href=" not in page


def test_every_formula_of_the_course_is_set() -> None:
    texts = (
        re.sub(r"`[^`]*`", "", cell.source)
        for assignment in find_course().assignments
        for cell in nbformat.read(assignment.released, as_version=4).cells
        if cell.cell_type == "markdown"
    )
    found = [each for text in texts for each in FORMULA.finditer(text)]
    formulas = {(each[1] or each[2], bool(each[1])) for each in found}
    assert len(formulas) > 500
    left = [tex for tex, is_block in formulas if not set_formula(tex, is_block).startswith("<math")]
    assert left == []
