"""What a check prints, word for word, whatever an answer does."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
import torch

from gan_course.checks.framework import (
    close,
    exercise_check,
    question_check,
    scalar_with_gradient,
    wants_choice,
    wants_number,
)


@exercise_check
def mean_logit(report, answer):
    value = scalar_with_gradient(report, report.call(answer, torch.ones(5, 1, requires_grad=True)))
    report.expect(close(value, 1.0), "mean of ones is 1", "mean of ones is not 1", "Add and divide.")


def lines(capsys, check, answer) -> list[str]:
    check(answer)
    captured = capsys.readouterr()
    assert captured.err == "", "anything on stderr costs points in nbgrader"
    return captured.out.splitlines()


def test_right_answer_gives_one_tick_a_line(capsys):
    assert lines(capsys, mean_logit, lambda a: a.mean()) == [
        "✓ returns a scalar that carries a gradient",
        "✓ mean of ones is 1",
    ]


def test_stub_is_not_written_yet(capsys):
    def stub(a):
        raise NotImplementedError()

    (line,) = lines(capsys, mean_logit, stub)
    assert line.startswith("· not written yet")


def test_exception_shows_own_line_then_what_was_given(capsys):
    def broken(a):
        total = a.sum()
        return total / count  # noqa: F821

    printed = lines(capsys, mean_logit, broken)
    number = broken.__code__.co_firstlineno + 2
    assert printed == [
        f"✗ your code stopped at line {number}: return total / count  # noqa: F821",
        "  NameError: name 'count' is not defined",
        "  It was given a = tensor (5, 1) float32.",
    ]


@pytest.mark.parametrize(
    ("returned", "line"),
    [
        (
            np.float32(1.0),
            "✗ returned numpy.float32; the gradient is lost when a tensor becomes a number. "
            "Return the tensor.",
        ),
        (1.0, "✗ returned float; the gradient is lost when a tensor becomes a number. Return the tensor."),
        (None, "✗ returned None"),
        ([1.0], "✗ returned list, wanted a tensor"),
        (torch.ones(5), "✗ returned a tensor of shape (5,), wanted one number"),
    ],
)
def test_wrong_type_is_explained_and_ends_the_check(capsys, returned, line):
    printed = lines(capsys, mean_logit, lambda a: returned)
    assert printed[0] == line
    assert not any("mean of ones" in later for later in printed)


def test_detached_tensor_is_explained(capsys):
    printed = lines(capsys, mean_logit, lambda a: a.detach().mean())
    assert printed[0] == "✗ returns a scalar, but no gradient can flow through it"


def test_exit_inside_an_answer_does_not_end_the_notebook(capsys):
    def leaves(a):
        raise SystemExit(3)

    assert lines(capsys, mean_logit, leaves)[0].startswith("✗ your code stopped at line")


def test_a_name_that_was_overwritten(capsys):
    """Students reuse names; a check of a number must say so instead of raising TypeError."""
    (line,) = lines(capsys, mean_logit, 0.3)
    assert line == "✗ mean_logit is 0.3 by now, not a function: run the cell that defines it again"


def test_check_never_raises_on_strange_values(capsys):
    class Odd(torch.Tensor):
        def reshape(self, *shape):
            raise RuntimeError("odd")

    (line,) = lines(capsys, mean_logit, lambda a: torch.ones(1).as_subclass(Odd))
    assert line == "✗ the check could not go on with what came back (RuntimeError: odd)"


def test_random_state_of_the_notebook_is_left_alone(capsys):
    """Otherwise running a check would change every number below it."""
    torch.manual_seed(5)
    wanted = torch.rand(3)
    torch.manual_seed(5)
    lines(capsys, mean_logit, lambda a: (a + 0 * torch.rand(1)).mean())
    assert torch.equal(torch.rand(3), wanted)


def test_questions_look_at_the_form_only(capsys):
    number, choice = question_check("q_a", wants_number), question_check("q_b", wants_choice("ab"))
    assert lines(capsys, number, None) == ["· not answered yet: give q_a a value, run the cell, come back"]
    assert lines(capsys, number, -3.0) == ["✓ recorded: q_a = -3.0"]
    assert lines(capsys, number, "-3")[0].startswith("✗ got '-3'; the answer is a number")
    assert lines(capsys, choice, "b") == ["✓ recorded: q_b = 'b'"]
    assert lines(capsys, choice, "ab") == ['✗ got \'ab\'; the answer is one of "a", "b"']
    assert lines(capsys, choice, True)[0].startswith("✗ got True")
    for same in ("B", "(b)", " b.", "b)"):
        assert lines(capsys, choice, same) == [f"✓ recorded: q_b = {same!r}"]
    for same in (np.float32(0.5), torch.tensor(0.5), Fraction(1, 2)):
        assert lines(capsys, number, same)[0].startswith("✓ recorded")


def test_nan_is_close_to_nothing():
    assert not close(float("nan"), float("nan"))
    assert not close(torch.tensor([1.0, float("nan")]), torch.tensor([1.0, 1.0]))
    assert not close(torch.ones(2), torch.ones(3))
    assert close(torch.ones(2, 1), torch.ones(2))
