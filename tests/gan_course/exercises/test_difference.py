"""Evidence is evidence of the difference: the two numbers printed are never alike."""

from __future__ import annotations

import pytest
import torch

from gan_course.exercises.compare import Tolerance
from gan_course.exercises.difference import difference


def test_the_first_place_that_differs_is_named() -> None:
    wanted = {"value on 7 logits": 1.5, "slopes": torch.tensor([1.0, 2.0, 3.0])}
    seen = {"value on 7 logits": 1.5, "slopes": torch.tensor([1.0, 2.0, -3.0])}
    assert difference(wanted, seen) == "slopes at [2]: yours −3.000, wanted 3.000"


def test_numbers_that_would_print_alike_get_more_digits() -> None:
    """28 findings once printed "yours 2.000, wanted 2.000"."""
    assert difference({"loss": 2.0}, {"loss": 2.00004}, Tolerance(0.0, 1e-6)) == (
        "loss: yours 2.00004, wanted 2.00000"
    )


def test_the_largest_deviation_is_shown_not_the_first() -> None:
    wanted, seen = torch.zeros(4), torch.tensor([0.001, 0.0, 5.0, 0.0])
    assert difference({"x": wanted}, {"x": seen}) == "x at [2]: yours 5.000, wanted 0.000"


@pytest.mark.parametrize(
    ("seen", "words"),
    [
        (torch.ones(3, 1), "yours a tensor of shape (3, 1), wanted a tensor of shape (3,)"),
        (None, "yours nothing (None), wanted a tensor of shape (3,)"),
        (torch.tensor([1.0, float("nan"), 1.0]), "x at [1]: yours NaN, wanted 1.000"),
    ],
)
def test_other_kinds_are_told_in_words(seen: object, words: str) -> None:
    assert words in difference({"x": torch.ones(3)}, {"x": seen})


def test_a_missing_entry_and_a_shorter_list_are_differences() -> None:
    assert difference({"a": 1.0}, {}) == "a: yours nothing (None), wanted 1.000"
    assert difference({"a": [1.0, 2.0]}, {"a": [1.0]}) == "a: yours a list of 1, wanted a list of 2"
    assert difference({"order": ["D", "G"]}, {"order": ["D", "D"]}) == "order, part 2: yours 'D', wanted 'G'"


def test_large_and_tiny_numbers_stay_readable() -> None:
    assert difference({"x": 1e-9}, {"x": 1.0}) == "x: yours 1.000, wanted 1.000e−09"
