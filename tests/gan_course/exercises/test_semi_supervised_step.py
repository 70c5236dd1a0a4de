"""A semi-supervised step is judged by who moved and where to, whatever its style and however z was drawn."""

from __future__ import annotations

from typing import Any

import pytest
import torch

from gan_course.exercises.finding import ExerciseResult
from gan_grading.keys.registry import probe_for
from gan_grading.keys.run import run_probe

NAME = "semi_supervised_step"


@pytest.fixture
def judged(student_with, found):
    def run(answer: Any) -> list[str]:
        probe = probe_for("09_semi_supervised_and_better_training", NAME)
        result: ExerciseResult = run_probe(probe, student_with(**{NAME: answer}), 10.0, (5,))
        return found(result)

    return run


def step(
    again: Any = None, features_of: str = "unlabelled", labels_of: Any = lambda y: y, d_moves: bool = True
) -> Any:
    """A step whose parts can be changed one by one; unchanged it is right."""

    def answer(g, d, g_opt, d_opt, labelled, labels, unlabelled, noise, supervised, unsupervised, match):
        fake = g(noise(len(unlabelled)))
        d_loss = supervised(d(labelled), labels_of(labels)) + unsupervised(d(unlabelled), d(fake.detach()))
        d_opt.zero_grad()
        d_loss.backward()
        if d_moves:
            d_opt.step()
        real = {"labelled": labelled, "unlabelled": unlabelled}[features_of]
        g_loss = match(d.features(real), d.features(again(g, noise, unlabelled) if again else fake))
        g_opt.zero_grad()
        g_loss.backward()
        g_opt.step()
        return d_loss.item(), g_loss.item()

    return answer


def fresh(g: Any, noise: Any, unlabelled: Any) -> Any:
    return g(noise(len(unlabelled)))


def row_by_row(g: Any, noise: Any, unlabelled: Any) -> Any:
    return torch.cat([g(noise(1)) for _ in unlabelled])


@pytest.mark.parametrize("again", [None, fresh, row_by_row])
def test_the_same_fakes_and_fresh_ones_are_both_right(judged, again):
    assert judged(step(again)) == []


def test_matching_the_labelled_batch_is_seen_in_where_g_moves(judged):
    assert judged(step(features_of="labelled")) == ["features_of_labelled"]


def test_labels_in_another_order_are_seen(judged):
    assert judged(step(labels_of=lambda y: y.flip(0))) == ["supervised_batch"]


def test_a_player_that_does_not_move_is_told_why(judged):
    assert judged(step(d_moves=False)) == ["no_step"]
    cut = step(lambda g, noise, unlabelled: g(noise(len(unlabelled))).detach())
    assert judged(cut) == ["cut_from_g"]
