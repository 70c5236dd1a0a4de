"""Closing questions take an answer in any reasonable form, and explain themselves."""

from __future__ import annotations

import math
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
import torch

from gan_grading.keys.load import probe_of
from gan_grading.keys.questions import ChoiceKey
from gan_grading.keys.run import run_probe


@pytest.mark.parametrize("answer", [0.5, Fraction(1, 2), Decimal("0.5"), torch.tensor(0.5)])
def test_a_number_in_any_form(answer: Any, grade: Any) -> None:
    assert grade("q_accuracy_at_equilibrium", answer).is_full


@pytest.mark.parametrize(
    ("answer", "name"),
    [
        (None, "unanswered"),
        (True, "wrong_type"),
        ("0.5", "wrong_type"),
        (math.nan, "wrong_type"),
        (50, "out_of_range"),
    ],
)
def test_other_forms_and_numbers_are_named(answer: Any, name: str, grade: Any, found: Any) -> None:
    result = grade("q_accuracy_at_equilibrium", answer)
    assert (found(result), result.points) == ([name], 0.0)


@pytest.mark.parametrize("answer", ["b", "B", "(b)", "b)", " b. "])
def test_a_letter_in_any_form(answer: str, found: Any, student_with: Any) -> None:
    key = ChoiceKey("b", "why", letters="ab")
    key.exercise = "q"
    key.wrong("a_said", "Not a.", "Read again.", "a")
    probe = probe_of(key)
    assert run_probe(probe, student_with(q=answer), 2.0, [1]).points == 2.0
    wrong = run_probe(probe, student_with(q="A"), 2.0, [1])
    assert (found(wrong), wrong.note) == (["a_said"], "why")
