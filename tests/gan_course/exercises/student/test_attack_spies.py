"""The spies for adversarial examples behave like what they stand for."""

from __future__ import annotations

import pytest
import torch
from torch import nn

from gan_course.exercises.student.attack_spies import SpyAttack, SpyProject
from gan_course.exercises.student.spies import Tape

CLEAN = torch.tensor([[0.1, 0.2], [0.3, 0.4], [0.5, 0.6]])
LABELS = torch.tensor([0, 1, 0])
OUTCOMES = torch.stack([CLEAN + 1, CLEAN + 2])


def attack(leaves: float = 0.0) -> tuple[SpyAttack, Tape]:
    tape = Tape()
    return SpyAttack("attack", tape, CLEAN, LABELS, OUTCOMES, leaves), tape


def test_each_example_has_its_outcomes_whatever_the_batch():
    spy, _ = attack()
    model = nn.Linear(2, 2)
    order = torch.tensor([2, 0])
    assert torch.equal(spy(model, CLEAN[order], LABELS[order]), CLEAN[order] + 1)
    assert torch.equal(spy(model, CLEAN, LABELS), CLEAN + torch.tensor([[2.0], [1.0], [2.0]]))


def test_a_wrong_label_leaves_an_example_alone():
    spy, tape = attack()
    model = nn.Linear(2, 2).eval()
    assert torch.equal(
        spy(model, CLEAN, torch.tensor([1, 1, 1])), CLEAN + torch.tensor([[0.0], [1.0], [0.0]])
    )
    assert tape.take()[0]["training"] is False


def test_gradients_are_left_behind_and_needed():
    spy, _ = attack(leaves=0.5)
    model = nn.Linear(2, 2)
    spy(model, CLEAN, LABELS)
    spy(model, CLEAN, LABELS)
    assert all(torch.equal(p.grad, torch.ones_like(p)) for p in model.parameters())
    with torch.no_grad(), pytest.raises(RuntimeError, match="does not require grad"):
        spy(model, CLEAN, LABELS)
    with pytest.raises(TypeError, match="in this order"):
        spy(model, LABELS, CLEAN)


def test_projection_into_box_and_range():
    project = SpyProject("project", Tape(), 0.0, 1.0)
    x = torch.tensor([0.05, 0.5, 0.95])
    assert torch.allclose(project(x + 0.3, x, 0.1), torch.tensor([0.15, 0.6, 1.0]))
    assert torch.allclose(project(x - 0.3, x, 0.1), torch.tensor([0.0, 0.4, 0.85]))


def test_a_projection_may_decide_where_each_walk_begins():
    x = torch.tensor([[0.2, 0.4], [0.5, 0.6]])
    start = x + 0.05
    project = SpyProject("project", Tape(), 0.0, 1.0, x, start)
    assert torch.equal(project(x[1:] - 0.02, x[1:], 0.1), start[1:])  # picture by picture, in any order
    both = project(x + 0.01, x, 0.1)
    assert torch.equal(both[0], start[0])
    assert torch.allclose(both[1], x[1] + 0.01)  # this one has begun
    assert torch.allclose(project(x + 0.3, x, 0.1), x + 0.1)


def test_a_projection_with_starts_leaves_strangers_and_other_shapes_alone():
    x = torch.tensor([[0.2, 0.4]])
    project = SpyProject("project", Tape(), 0.0, 1.0, x, x + 0.05)
    assert torch.allclose(project(x + 0.01, x + 0.02, 0.1), x + 0.01)
    assert torch.allclose(project(torch.full((3, 2), 0.3), x, 0.1), torch.tensor([[0.3, 0.3]]).expand(3, 2))
