"""What must hold of a percent source before anything is made of it."""

from __future__ import annotations

import ast
import math
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from nbformat import NotebookNode

from gan_grading.release.problems import Problem, Problems
from gan_grading.release.regions import (
    HIDDEN,
    SOLUTION,
    has_region,
    inside,
    last_expression_is_probe,
    outside,
    probe_calls,
)
from gan_grading.release.source import grade_id, is_answer, is_by_hand, is_test
from gan_grading.release.stubs import stub_of


@dataclass(frozen=True)
class Subject:
    """What a rule looks at.

    Attributes:
        assignment: the folder's name, such as ``03_minimax``.
        where: how messages name the source.
        notebook: the notebook made of it.
        keyed: exercises that have a key.
    """

    assignment: str
    where: str
    notebook: NotebookNode
    keyed: frozenset[str] = frozenset()

    def cell(self, name: str) -> str:
        """Name a cell of the source in a message."""
        return f"{self.where}, cell {name!r}"

    @property
    def answers(self) -> list[NotebookNode]:
        """The cells a student writes in."""
        return [cell for cell in self.notebook.cells if is_answer(cell)]

    @property
    def tests(self) -> list[NotebookNode]:
        """The cells points hang on."""
        return [cell for cell in self.notebook.cells if is_test(cell)]


def unique_ids(subject: Subject) -> Problems:
    """No two cells have the same id."""
    for name, times in Counter(cell["id"] for cell in subject.notebook.cells).items():
        if times > 1:
            yield Problem(
                subject.cell(name), "unique_ids", f"{times} cells have this grade_id", "rename all but one"
            )


def one_test(subject: Subject) -> Problems:
    """Every answer cell has one test cell below it, and every test cell an answer."""
    order = {cell["id"]: index for index, cell in enumerate(subject.notebook.cells)}
    answers = {grade_id(cell) for cell in subject.answers if not is_by_hand(cell)}
    tests = {grade_id(cell) for cell in subject.tests}
    for name in sorted(answers):
        if f"test_{name}" not in tests:
            found = f"no test cell 'test_{name}'"
            yield Problem(subject.cell(name), "one_test", found, "add it below the answer")
        elif order[f"test_{name}"] < order[name]:
            yield Problem(subject.cell(name), "one_test", "its test cell stands above it", "move it below")
    for name in sorted(tests - {f"test_{answer}" for answer in answers}):
        found = "no answer cell of this name without 'test_'"
        yield Problem(subject.cell(name), "one_test", found, "name the test cell after its answer")


def markers_match(subject: Subject) -> Problems:
    """Regions open and close, hold something, and stand in the cells they belong to."""
    for cell in subject.notebook.cells:
        for region, belongs in ((SOLUTION, is_answer(cell)), (HIDDEN, is_test(cell))):
            opened, closed = cell.source.count(f"BEGIN {region}"), cell.source.count(f"END {region}")
            where = subject.cell(cell["id"])
            if opened != closed:
                found = f"{opened} lines BEGIN {region} and {closed} lines END {region}"
                yield Problem(where, "markers_match", found, "write them in pairs")
            elif opened and not belongs:
                found = f"a {region} region in a cell that is not marked for it"
                yield Problem(where, "markers_match", found, "correct the nbgrader metadata in its header")
            elif (opened or _must_hold(cell, region)) and not any(
                line.strip() for line in inside(cell.source, region)
            ):
                found = f"nothing between BEGIN {region} and END {region}"
                yield Problem(where, "markers_match", found, "write the lines a student must not see there")


def positive_points(subject: Subject) -> Problems:
    """Everything that points hang on is worth something."""
    for cell in (*subject.tests, *filter(is_by_hand, subject.answers)):
        points = cell.metadata.nbgrader.get("points")
        if isinstance(points, bool) or not isinstance(points, int | float) or not 0 < points < math.inf:
            found = f"points are {points!r}"
            yield Problem(subject.cell(grade_id(cell)), "positive_points", found, "give a number above 0")


def quiet_stub(subject: Subject) -> Problems:
    """The unsolved answer cell runs without raising, so that "Run All" goes on."""
    for cell in subject.answers:
        if cell.cell_type != "code":
            continue
        try:
            body = ast.parse(stub_of(cell.source)).body
        except (SyntaxError, RuntimeError):
            found = "the cell without its solution is not Python"
            mend = "keep the signature outside the markers"
            yield Problem(subject.cell(grade_id(cell)), "quiet_stub", found, mend)
            continue
        if any(_raises(node) for node in body):
            found = "the cell raises as soon as it runs unsolved"
            mend = "put the markers inside a function, or let them hold nothing but `name = value` lines"
            yield Problem(subject.cell(grade_id(cell)), "quiet_stub", found, mend)


def plain_asserts(subject: Subject) -> Problems:
    """A test cell that no key judges asserts something, and an exercise with a key is judged by it."""
    for cell in subject.tests:
        name = grade_id(cell)
        if is_probed(cell):
            continue
        if name.removeprefix("test_") in subject.keyed:
            found = "the exercise has a key, and no probe asks it"
            mend = f'end the hidden tests with probe("{subject.assignment}", "{name.removeprefix("test_")}")'
            yield Problem(subject.cell(name), "key_is_asked", found, mend)
        elif not _asserts(cell.source):
            found, mend = "it asserts nothing, so everybody gets its points", "write assert lines, or a probe"
            yield Problem(subject.cell(name), "plain_asserts", found, mend)


def no_tasks(subject: Subject) -> Problems:
    """Points hang on cells of the notebook: a task lets students add cells, and answers are taken by cell."""
    for cell in subject.notebook.cells:
        if cell.metadata.get("nbgrader", {}).get("task", False):
            found, mend = "a manually graded task", "make it a manually graded answer"
            yield Problem(subject.cell(grade_id(cell)), "no_tasks", found, mend)


def check_then_probe(subject: Subject) -> Problems:
    """A test cell with a probe shows a check first and ends with its probe, under the right names."""
    for cell in filter(is_probed, subject.tests):
        name = grade_id(cell)
        where = subject.cell(name)
        visible = outside(cell.source, HIDDEN).strip()
        if not visible or not has_region(cell.source.removeprefix(visible), HIDDEN):
            found = "no visible check above the hidden tests"
            yield Problem(where, "check_first", found, "call the exercise's check before BEGIN HIDDEN TESTS")
        expected = (subject.assignment, name.removeprefix("test_"))
        hidden = "\n".join(inside(cell.source, HIDDEN))
        if [tuple(call) for call in probe_calls(hidden)] != [expected]:
            found = f"the hidden tests do not call probe{expected} once"
            yield Problem(where, "probe_names", found, f"end them with probe{expected}")
        elif not last_expression_is_probe(cell.source):
            found = "probe(...) is not the cell's last expression, so its points are not read"
            yield Problem(where, "probe_last", found, "make it the last line, bare")


def has_hint(subject: Subject) -> Problems:
    """Every exercise that a key judges has a folded hint in its text."""
    text: list[str] = []
    probed = {grade_id(cell).removeprefix("test_") for cell in filter(is_probed, subject.tests)}
    for cell in subject.notebook.cells:
        if is_answer(cell) and grade_id(cell) in probed and "<details" not in "\n".join(text):
            found, mend = "no folded hint in the exercise's text", "add <details><summary>Hint</summary>…"
            yield Problem(subject.cell(grade_id(cell)), "has_hint", found, mend)
        if is_test(cell) or is_by_hand(cell):
            text = []
        elif cell.cell_type == "markdown":
            text.append(cell.source)


RULES: tuple[Callable[[Subject], Problems], ...] = (
    unique_ids,
    one_test,
    markers_match,
    positive_points,
    quiet_stub,
    plain_asserts,
    no_tasks,
    check_then_probe,
    has_hint,
)


def broken_rules(subject: Subject) -> list[Problem]:
    """Return every broken rule of one source."""
    return [problem for rule in RULES for problem in rule(subject)]


def is_probed(cell: NotebookNode) -> bool:
    """Tell whether a test cell's hidden part speaks of a probe: then a key judges, rather than asserts."""
    return re.search(r"\bprobe\b", "\n".join(inside(cell.source, HIDDEN))) is not None


def _must_hold(cell: NotebookNode, region: str) -> bool:
    """Tell whether a cell needs a region: an answer to be tested has a solution, and a probe is hidden."""
    if region == SOLUTION:
        return is_answer(cell) and not is_by_hand(cell)
    return is_test(cell) and is_probed(cell)


def _asserts(source: str) -> bool:
    """Tell whether a cell asserts something, or calls what does, such as ``assert_close``; or raises."""
    try:
        nodes = list(ast.walk(ast.parse(source)))
    except SyntaxError:
        return True  # a magic of IPython's: nothing can be said
    calls = (ast.unparse(node.func) for node in nodes if isinstance(node, ast.Call))
    is_raised = any(isinstance(node, ast.Assert | ast.Raise) for node in nodes)
    return is_raised or any("assert" in call for call in calls)


def _raises(node: ast.AST) -> bool:
    """Tell whether a statement raises when the cell runs, bodies of functions left out."""
    if isinstance(node, ast.Raise):
        return True
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
        return False
    return any(_raises(child) for child in ast.iter_child_nodes(node))
