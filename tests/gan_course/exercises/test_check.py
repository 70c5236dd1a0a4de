"""A check leaves the notebook as it found it, and says what it cannot do in one line."""

from __future__ import annotations

import random
from typing import Any

import matplotlib as mpl
import numpy as np
import pytest
import torch

from gan_course.exercises import checks
from gan_course.exercises.check import CheckFailed
from gan_course.exercises.printing import html_of, readable, verdict_lines

mpl.use("Agg")


def noisy(real: Any, fake: Any) -> Any:
    """Return a right loss, and turn everything in the notebook upside down."""
    import matplotlib.pyplot as plt

    plt.figure()
    torch.manual_seed(5)
    np.random.seed(5)
    random.seed(5)
    torch.set_default_dtype(torch.float64)
    torch.set_grad_enabled(True)
    return fake.mean() - real.mean()


def test_random_states_switches_and_figures_are_put_back(capsys: pytest.CaptureFixture[str]) -> None:
    import matplotlib.pyplot as plt

    torch.manual_seed(1)
    np.random.seed(1)
    random.seed(1)
    torch.set_grad_enabled(False)
    before = torch.get_rng_state(), np.random.get_state()[1].copy(), random.getstate(), plt.get_fignums()
    try:
        checks("05_wasserstein").critic_loss(noisy)
        assert torch.is_grad_enabled() is False
    finally:
        torch.set_grad_enabled(True)
    after = torch.get_rng_state(), np.random.get_state()[1], random.getstate(), plt.get_fignums()
    assert torch.equal(before[0], after[0])
    assert (before[1] == after[1]).all()
    assert before[2:] == after[2:]
    assert torch.get_default_dtype() == torch.float32
    assert capsys.readouterr().out.startswith("✓ all ")


def test_an_in_place_answer_poisons_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    """The public inputs once were constants, spoiled until the kernel was restarted."""
    check = checks("05_wasserstein").critic_loss
    for _ in range(2):
        check(lambda real, fake: fake.sub_(1).mean() - real.sub_(1).mean())
        assert "changes the tensors it was given" in " ".join(capsys.readouterr().out.split())
        check(lambda real, fake: fake.mean() - real.mean())
        assert capsys.readouterr().out.startswith("✓ all ")


def test_gradients_switched_off_in_the_notebook_do_not_matter(capsys: pytest.CaptureFixture[str]) -> None:
    with torch.no_grad():
        checks("05_wasserstein").critic_loss(lambda real, fake: fake.mean() - real.mean())
    assert capsys.readouterr().out.startswith("✓ all ")


def test_a_name_that_is_no_function_any_more(capsys: pytest.CaptureFixture[str]) -> None:
    checks("05_wasserstein").critic_loss(3.5)
    assert capsys.readouterr().out == (
        "✗ critic_loss is 3.5 by now, not a function: run the cell that defines it again\n"
    )


def test_an_error_shows_what_was_given_and_what_it_means(capsys: pytest.CaptureFixture[str]) -> None:
    def answer(real_values: Any, fake_values: Any) -> Any:
        return torch.nn.functional.binary_cross_entropy(real_values, torch.ones_like(real_values))

    checks("05_wasserstein").critic_loss(answer)
    text = " ".join(capsys.readouterr().out.split())
    assert text.startswith("✗ ")
    assert "real_values = tensor (7,) float32" in text
    assert "This loss takes probabilities and was given numbers outside of 0 to 1" in text
    assert "Traceback" not in text


def test_an_unknown_exercise_is_one_mending_line(capsys: pytest.CaptureFixture[str]) -> None:
    checks("05_wasserstein").no_such_exercise(lambda: None)
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith("· no check for 'no_such_exercise' in 05_wasserstein")


def test_colour_rides_in_html_and_text_stays_plain() -> None:
    lines = verdict_lines(["one", "two"], [], 2)
    assert lines == ["✓ all 2", "✓ one", "✓ two"]
    page = html_of(["✗ 1 of 2", "✓ one", "✗ two: <b>", "  hint"])
    assert "background-color:#b2182b" in page
    assert "&lt;b&gt;" in page
    assert "\x1b" not in "".join(lines) + page


def test_marks_survive_a_terminal_that_lacks_them() -> None:
    assert readable("✓ one −1", "utf-8") == "✓ one −1"
    assert readable("✓ one −1", "cp1252") == "[ok] one -1"
    assert readable("✗ σ(a)", "ascii") == "[!!] ?(a)"


def not_written(real: Any, fake: Any) -> Any:
    """Stand for an exercise nobody has begun."""
    raise NotImplementedError


def ascends(real: Any, fake: Any) -> Any:
    """Return a loss with the wrong sign."""
    return real.mean() - fake.mean()


@pytest.mark.parametrize("variable", [("GAN_COURSE_CHECKS", "strict"), ("NBGRADER_VALIDATING", "1")])
@pytest.mark.parametrize(
    ("assignment", "exercise", "answer", "sentence"),
    [
        ("05_wasserstein", "critic_loss", not_written, "not written yet: replace the line"),
        ("05_wasserstein", "critic_loss", ascends, "1 of 7, value and slopes: "),
        ("05_wasserstein", "critic_loss", 3.5, "critic_loss is 3.5 by now, not a function"),
        ("05_wasserstein", "no_such_exercise", noisy, "cannot be checked: no check for"),
        ("00_start_here", "q_what_is_graded", None, "not answered yet: give q_what_is_graded a value"),
        ("00_start_here", "q_what_is_graded", "e", "What came back is not the kind"),
    ],
)
def test_a_check_that_is_not_full_raises_where_checks_are_strict(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    variable: tuple[str, str],
    assignment: str,
    exercise: str,
    answer: object,
    sentence: str,
) -> None:
    check = getattr(checks(assignment), exercise)
    check(answer)
    friendly = capsys.readouterr().out
    monkeypatch.setenv(*variable)
    with pytest.raises(CheckFailed) as failed:
        check(answer)
    line = str(failed.value)
    assert line.startswith(f"{exercise}: {sentence}")
    assert "\n" not in line
    assert capsys.readouterr().out == friendly, "what a student reads is the same"


def test_a_full_check_and_a_recorded_answer_raise_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GAN_COURSE_CHECKS", "strict")
    checks("05_wasserstein").critic_loss(lambda real, fake: fake.mean() - real.mean())
    checks("00_start_here").q_what_is_graded("a")
