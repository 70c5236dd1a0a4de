"""What counts as the same observation decides what is right: each rule is held here."""

from __future__ import annotations

import math

import pytest
import torch

from gan_course.exercises.compare import Tolerance, is_finite, same


def test_rounding_of_honest_formulas_is_the_same() -> None:
    assert same(torch.tensor([1.0, -2.0]), torch.tensor([1.0005, -2.0005]))


def test_a_different_formula_is_not() -> None:
    assert not same(torch.tensor([1.0]), torch.tensor([1.01]))


def test_shape_counts() -> None:
    """(N,) for (N, 1) is a mistake students make; broadcasting must not hide it."""
    assert not same(torch.ones(3), torch.ones(3, 1))


def test_precision_does_not_count() -> None:
    assert same(torch.ones(2), torch.ones(2, dtype=torch.float64))


def test_nan_equals_nan_only() -> None:
    """A rival that produces NaN must be recognisable, and NaN must never pass for a number."""
    nan = torch.tensor([math.nan, 1.0])
    assert same(nan, nan.clone())
    assert not same(torch.tensor([0.0, 1.0]), nan)
    assert not same(1.0, math.nan)


def test_infinities_need_the_same_sign() -> None:
    assert same(math.inf, math.inf)
    assert not same(math.inf, -math.inf)


@pytest.mark.parametrize("theirs", [True, "1", None, [1.0], torch.tensor(1.0)])
def test_a_number_is_matched_by_numbers_only(theirs: object) -> None:
    assert not same(1.0, theirs)


def test_mappings_and_lists_are_compared_all_the_way_down() -> None:
    ours = {"a": [1.0, torch.zeros(2)], "b": "x"}
    assert same(ours, {"b": "x", "a": (1.0, torch.zeros(2))})
    assert not same(ours, {"a": [1.0, torch.zeros(2)], "b": "x", "c": 0})
    assert not same(ours, {"a": [1.0], "b": "x"})


def test_tolerance_is_kept() -> None:
    assert same(1.0, 1.05, Tolerance(relative=0.1))
    assert not same(1.0, 1.05, Tolerance(relative=0.01))


def test_finite_looks_into_nested_values() -> None:
    assert is_finite({"a": [1.0, torch.ones(2)], "b": "text"})
    assert not is_finite({"a": [1.0, torch.tensor([0.0, math.inf])]})
