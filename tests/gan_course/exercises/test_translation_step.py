"""A step of paired translation is judged by who moved and where to, whatever its style."""

from __future__ import annotations

from typing import Any

import pytest
import torch

from gan_course.exercises.finding import ExerciseResult
from gan_grading.keys.registry import probe_for
from gan_grading.keys.run import run_probe

NAME = "pix2pix_step"


@pytest.fixture
def judged(student_with, found):
    def run(answer: Any) -> list[str]:
        probe = probe_for("10_image_to_image", NAME)
        result: ExerciseResult = run_probe(probe, student_with(**{NAME: answer}), 8.0, (5,))
        return found(result)

    return run


def step(pair: Any = lambda x, y: torch.cat([x, y], 1), again: bool = False, cut: str = "") -> Any:
    """A step whose parts can be changed one by one; unchanged it is right."""

    def answer(g, d, g_opt, d_opt, source, target, judge, want):
        fake = g(source)
        d_loss = judge(d(pair(source, target)), d(pair(source, fake.detach())))
        d_opt.zero_grad()
        d_loss.backward()
        if cut != "D":
            d_opt.step()
        fake = g(source) if again else fake
        shown = fake.detach() if cut == "G" else fake
        g_loss = want(shown, target, d(pair(source, shown)))
        g_opt.zero_grad()
        g_loss.backward()
        g_opt.step()
        return d_loss.item(), g_loss.item()

    return answer


@pytest.mark.parametrize("again", [False, True])
def test_the_same_picture_and_one_drawn_again_are_both_right(judged, again):
    assert judged(step(again=again)) == []


def test_pairs_in_another_order_are_seen_in_where_both_move(judged):
    assert judged(step(lambda x, y: torch.cat([y, x], 1))) == ["picture_before_source"]


def test_a_picture_without_its_source_is_no_pair(judged):
    assert judged(step(lambda x, y: torch.cat([x, y], 3))) == ["not_paired"]


@pytest.mark.parametrize(("cut", "why"), [("D", "no_step"), ("G", "cut_from_g")])
def test_a_player_that_does_not_move_is_told_why(judged, cut, why):
    assert judged(step(cut=cut)) == [why]
