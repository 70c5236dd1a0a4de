"""The library's own losses and penalties work in lessons, and refuse to be an answer."""

from __future__ import annotations

import pytest
import torch

from gan_course.exercises import checks
from gan_course.ready_made import ReadyMadeError, an_answer_is_judged
from gan_course.training import R1, losses


def test_in_a_lesson_they_work() -> None:
    assert float(losses("wasserstein").d(torch.ones(3), torch.zeros(2))) == -1.0
    assert float(R1(2.0)(lambda x: 3 * x.sum(dim=1), torch.ones(4, 2), torch.ones(4, 2))) == 18.0


def test_while_an_answer_is_judged_they_refuse_in_one_line() -> None:
    with an_answer_is_judged(), pytest.raises(ReadyMadeError, match="asks you to write it") as refused:
        losses("wasserstein").d(torch.ones(3), torch.zeros(2))
    assert "\n" not in str(refused.value)
    test_in_a_lesson_they_work()


def test_the_check_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    checks("05_wasserstein").critic_loss(lambda real, fake: losses("wasserstein").d(real, fake))
    text = " ".join(capsys.readouterr().out.split())
    assert "the library's own: this exercise asks you to write it" in text
