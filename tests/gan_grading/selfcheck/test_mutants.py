"""Mutants of a right answer: each differs in one place; what the grader accepts is listed with its change."""

from __future__ import annotations

import ast
import json

import pytest

from gan_grading.cli import main
from gan_grading.selfcheck.bank import BankAnswer
from gan_grading.selfcheck.mutants import change_of, mutants_of

RIGHT = BankAnswer(
    "loss",
    "correct",
    "plain",
    'def loss(a, n=3):\n    """A loss."""\n    total = 0.5 * a.detach()\n    return -(total - n).mean()\n',
    None,
)


@pytest.fixture(scope="module")
def mutants():
    return mutants_of(RIGHT)


def test_every_mutant_is_another_function_that_can_be_parsed(mutants):
    sources = [m.source for m in mutants]
    assert len(set(sources)) == len(sources) > 30
    assert all(ast.dump(ast.parse(s)) != ast.dump(ast.parse(RIGHT.source)) for s in sources)
    assert {m.verdict for m in mutants} == {"wrong"}


@pytest.mark.parametrize(
    "line",
    [
        "return (total - n).mean()",
        "return -(total - n).sum()",
        "return -(total + n).mean()",
        "total = 0.5 * a",
        "total = 0.5 / a.detach()",
        "def loss(a, n=4):",
        "a = a.clamp(-20, 20)",
        "return (-(total - n).mean())[:2]",
        "pass",
    ],
)
def test_the_usual_slips_are_among_them(mutants, line):
    assert any(line in [one.strip() for one in m.source.splitlines()] for m in mutants)


def test_a_change_is_shown_as_the_lines_that_differ(mutants):
    (mutant,) = [m for m in mutants if ".sum()" in m.source]
    assert change_of(RIGHT, mutant) == "    - return -(total - n).mean()\n    + return -(total - n).sum()"


def test_what_cannot_be_parsed_has_no_mutants():
    assert mutants_of(BankAnswer("loss", "correct", "half", "def loss(:\n", None)) == []


def test_the_command_lists_what_the_grader_accepts(capsys):
    given = ["mutants", "00_start_here", "--exercise", "distances", "--inputs", "1", "--json"]
    assert main(given) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["mutants"] > len(found["accepted"]) > 0
    assert found["ungraded"] == []
    # Distances are what they were; a sign, a sum and a root that are not there show.
    assert any(".detach()" in name for name in found["accepted"])
    assert not any("operator" in name or "sqrt" in name or "[:2]" in name for name in found["accepted"])
