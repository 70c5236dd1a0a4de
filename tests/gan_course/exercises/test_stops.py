"""Students must see their own line, never the grader's."""

from __future__ import annotations

import torch
from torch import nn

from gan_course.exercises.stops import Stop, read_stop


def _stop_of(function, *args) -> Stop:
    try:
        function(*args)
    except Exception as error:
        return read_stop(error, function.__globals__)
    raise AssertionError("the function was expected to stop")


def helper(x):
    return x @ torch.ones(3, 1)


def answer_with_helper(x):
    return helper(x)


def stub():
    raise NotImplementedError()


def network_without_forward():
    nn.Module()(torch.ones(1))


def test_innermost_line_of_the_student_is_shown():
    """A helper of the student's own is the place to look, not the function that called it."""
    stop = _stop_of(answer_with_helper, torch.ones(2, 2))
    assert stop.function == "helper"
    assert stop.source == "return x @ torch.ones(3, 1)"
    assert stop.where() == f"line {stop.line}: {stop.source}"
    assert stop.message.startswith("RuntimeError: mat1 and mat2 shapes cannot be multiplied")
    assert "width" in stop.advice


def test_released_stub_counts_as_not_written():
    assert _stop_of(stub).not_written


def test_torchs_own_not_implemented_is_a_mistake_of_the_student():
    """Torch raises NotImplementedError too, for a module without forward: that is no empty answer."""
    stop = _stop_of(network_without_forward)
    assert not stop.not_written
    assert "forward" in stop.message


def test_unknown_namespace_still_gives_the_message():
    try:
        helper("text")
    except TypeError as error:
        stop = read_stop(error, None)
    assert stop.where() == ""
    assert stop.message.startswith("TypeError")


def test_a_page_of_message_is_shortened():
    stop = _stop_of(lambda: exec("raise ValueError('x' * 5000)"))
    assert len(stop.message) < 300
