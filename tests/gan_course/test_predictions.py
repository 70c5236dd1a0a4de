"""A prediction is compared kindly, whatever it has become, and can be read from a cell's text."""

from __future__ import annotations

import pytest
import torch

from gan_course.predictions import compare, recorded

QUESTION = "modes captured, of 8"


@pytest.mark.parametrize(
    ("given", "begins"),
    [
        (2, "✓"),
        (3.0, "✓"),
        (torch.tensor(1.5), "✓"),
        (8, "→"),
        (..., "·"),
        (None, "·"),
        (True, "·"),
        ("two", "·"),
        ("b", "·"),
        (float("nan"), "·"),
        ([2], "·"),
        (torch.zeros(3), "·"),
    ],
)
def test_a_number_is_set_beside_what_was_measured(
    given: object, begins: str, capsys: pytest.CaptureFixture[str]
) -> None:
    compare({QUESTION: given}, {QUESTION: 2}, near=1)
    line = capsys.readouterr().out
    assert line.startswith(f"{begins} {QUESTION}: 2")


@pytest.mark.parametrize(("given", "begins"), [("b", "✓"), (" B ", "✓"), ("a", "→"), (1, "·"), (..., "·")])
def test_a_choice_is_set_beside_the_letter(
    given: object, begins: str, capsys: pytest.CaptureFixture[str]
) -> None:
    compare({QUESTION: given}, {QUESTION: "b"})
    assert capsys.readouterr().out.startswith(begins)


@pytest.mark.parametrize("predicted", [..., None, [], {}, {"another question": 3}])
def test_a_lost_dictionary_stops_nothing(predicted: object, capsys: pytest.CaptureFixture[str]) -> None:
    compare(predicted, {QUESTION: 0.25}, digits=2)
    assert "0.25 (you left it open)" in capsys.readouterr().out


def test_a_number_that_is_far_off_is_met_with_a_question(capsys: pytest.CaptureFixture[str]) -> None:
    compare({QUESTION: 8}, {QUESTION: 0})
    assert capsys.readouterr().out == (
        f"→ {QUESTION}: 0; you expected 8. What in the lesson explains the difference?\n"
    )


def test_predictions_are_read_from_a_cell_without_running_it() -> None:
    source = 'predict_x = {"a": -3, "b": "C",  # a letter\n    "c": ..., "d": open("x").read()}\n1 / 0'
    assert recorded(source) == {"a": -3.0, "b": "c"}


@pytest.mark.parametrize(
    "source", ["", "predict_x = (", "x = 3", "predict_x = {**other}", "a = {1: 2}", "\0"]
)
def test_a_cell_without_predictions_holds_none(source: str) -> None:
    assert recorded(source) == {}
