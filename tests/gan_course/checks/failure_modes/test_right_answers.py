"""No style of a right answer may see a ✗, and what is not written yet is told so."""

from __future__ import annotations

import importlib.util
import time
from pathlib import Path

import pytest

from gan_course.checks.report import NOT_WRITTEN

_SPEC = importlib.util.spec_from_file_location("failure_answers", Path(__file__).with_name("answers.py"))
assert _SPEC is not None
assert _SPEC.loader is not None
answers = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(answers)

CASES = [(name, answer) for name, styles in answers.RIGHT.items() for answer in styles]


@pytest.mark.parametrize(("name", "answer"), CASES, ids=lambda v: getattr(v, "__name__", v))
def test_right_answer_is_all_green(printed, name, answer):
    lines = printed(name, answer)
    assert len(lines) >= 4
    assert all(line.startswith(("✓", "·")) for line in lines), lines


@pytest.mark.parametrize("name", list(answers.RIGHT))
def test_a_stub_is_not_written_yet(printed, name):
    def stub(*args, **options):
        raise NotImplementedError

    assert printed(name, stub) == [NOT_WRITTEN]


def test_a_check_answers_within_two_seconds(printed):
    for name, styles in answers.RIGHT.items():
        start = time.perf_counter()
        printed(name, styles[0])
        assert time.perf_counter() - start < 2, name


@pytest.mark.parametrize(
    ("name", "good", "bad"),
    [
        ("q_slope_ratio", 55, "much"),
        ("q_sign", "(B)", "both"),
        ("q_spiral", 1.64, "x"),
        ("q_perfect_generator", "c", 3),
        ("q_two_rules", "d", "e"),
    ],
)
def test_questions_look_at_the_form_alone(printed, name, good, bad):
    assert printed(name, good)[0].startswith("✓ recorded")
    assert printed(name, bad)[0].startswith("✗ got")
    assert printed(name, None)[0].startswith("· not answered yet")
