"""Experiments on attacks: where a walk is seen to begin, and what an attack must leave as it was."""

from __future__ import annotations

import pytest
import torch
import torch.nn.functional as F

from gan_course.exercises.attack_start import starts_of
from gan_course.exercises.classifiers import LEAVES_CLEAN, Classifier, judge_leaves_clean
from gan_course.exercises.experiments.attack_walk import _how_it_begins
from gan_course.exercises.findings import Findings
from gan_course.exercises.inputs import Inputs
from gan_course.exercises.student.handle import DirectChannel, Student
from gan_course.exercises.values import MODIFIES_INPUTS

X = torch.rand(2, 1, 3, 4)


def noise(x):
    return 0.2 * (2 * torch.rand_like(x) - 1)


def begun_by_projection(model, x, y, epsilon, step_size, steps, project):
    return walked(model, project(x + noise(x), x, epsilon), x, y, epsilon, step_size, steps, project)


def begun_by_itself(model, x, y, epsilon, step_size, steps, project):
    return walked(model, (x + noise(x)).clamp(0, 1), x, y, epsilon, step_size, steps, project)


def begun_at_x(model, x, y, epsilon, step_size, steps, project):
    return walked(model, x, x, y, epsilon, step_size, steps, project)


def walked(model, here, x, y, epsilon, step_size, steps, project):
    for _ in range(steps):
        leaf = here.detach().clone().requires_grad_()
        (slope,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        here = project(here + step_size * slope.sign(), x, epsilon)
    return here


@pytest.mark.parametrize(
    ("answer", "how"),
    [(begun_by_projection, "projected"), (begun_by_itself, "by itself"), (begun_at_x, "at x")],
)
def test_how_a_walk_begins_is_seen(answer, how):
    student = Student(DirectChannel({"pgd": answer}))
    assert all(_how_it_begins(student, Inputs(seed), "pgd") == how for seed in range(10))


def test_starts_are_what_the_model_was_shown_besides_x():
    moved = X + 0.1
    events = [{"who": "model", "input": X.flatten(1)}, {"who": "project", "x": X}]
    assert len(starts_of(events, X)) == 0
    assert torch.equal(starts_of([*events, {"who": "model", "input": moved[:1]}], X), moved[:1])
    assert len(starts_of([{"who": "model", "input": torch.rand(5)}], X)) == 0  # of no shape of a picture


def plain(model, x, y):
    return x + 0.0 * model(x).sum().detach()


def leaves_gradients(model, x, y):
    F.cross_entropy(model(x), y).backward()
    return x.clone()


def in_training(model, x, y):
    model.train()
    model(x)
    model.eval()
    return x.clone()


def freezes(model, x, y):
    model.requires_grad_(False)
    return x.clone()


def keeps_its_graph(model, x, y):
    return x + 0.0 * model(x).sum()


def overwrites(model, x, y):
    return x.add_(0.1).clone()


@pytest.mark.parametrize(
    ("attack", "found"),
    [
        (plain, []),
        (leaves_gradients, ["gradients_left"]),
        (in_training, ["attacks_in_training_mode"]),
        (freezes, ["model_changed"]),
        (keeps_its_graph, ["keeps_graph"]),
        (overwrites, ["modifies_inputs"]),
    ],
)
def test_what_an_attack_leaves_behind_is_told_once(attack, found):
    findings = Findings((*LEAVES_CLEAN, MODIFIES_INPUTS), 1.0)
    student = Student(DirectChannel({"attack": attack}))
    judge_leaves_clean(student, Inputs(3), findings, lambda model, x, y: ("attack", [model, x, y]))
    assert [f.misconception for f in findings.findings()] == found


def test_the_network_is_the_one_that_was_drawn():
    drawn = Classifier.drawn(Inputs(1))
    student = Student(DirectChannel({}))
    assert torch.allclose(student.call(drawn.spy(student), X).value, drawn.logits(X), atol=1e-6)
