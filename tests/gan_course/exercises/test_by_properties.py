"""Experiments that need no key: what they find in answers that are right but for one thing."""

from __future__ import annotations

import contextlib

import pytest
import torch

from gan_course.exercises.experiment import Experiment
from gan_course.exercises.findings import Findings, GiveUp
from gan_course.exercises.inputs import Inputs
from gan_course.exercises.moments import in_order
from gan_course.exercises.student.handle import DirectChannel, Student


def found(kind: str, exercise: str, answer, seed: int = 3) -> set[str]:
    experiment = Experiment(kind, exercise)
    findings = Findings(experiment.misconceptions, 2.0)
    with contextlib.suppress(GiveUp), torch.random.fork_rng(devices=[]):
        experiment.play(Student(DirectChannel({exercise: answer})), Inputs(seed), findings)
    return {f.misconception for f in findings.findings()}


def private(seed, n, dim):
    return torch.randn(n, dim, generator=torch.Generator().manual_seed(seed))


def rewinds(seed, n, dim):
    before = torch.initial_seed()
    torch.manual_seed(seed)
    noise = torch.randn(n, dim)
    torch.manual_seed(before)
    return noise


def follows(seed, n, dim):
    return private(seed // 2, n, dim) * (-1) ** seed


@pytest.mark.parametrize(
    ("answer", "names"),
    [
        (private, set()),
        (rewinds, {"global_seed"}),
        (follows, {"seeds_alike"}),
        (lambda seed, n, dim: private(seed, n, dim) - private(seed, n, dim).mean(), {"standardised"}),
    ],
)
def test_noise_that_repeats_is_judged_by_what_it_does(answer, names):
    # Seed 4 of the inputs draws an even seed for the noise, and the next one is its sign turned.
    seen = {frozenset(found("noise", "repeatable_noise", answer, seed)) for seed in range(1, 9)}
    assert frozenset(names) in seen
    assert names or seen == {frozenset()}


def test_labels_in_blocks_or_dealt_out_in_turn_come_in_an_order():
    shares = torch.tensor([0.5, 0.3, 0.2])
    drawn = torch.multinomial(shares, 6000, replacement=True, generator=torch.Generator().manual_seed(0))
    assert not in_order(drawn, shares)
    assert in_order(drawn.sort().values, shares)
    assert in_order(torch.tensor([0, 1, 0, 2, 0, 1, 0, 2, 0, 1] * 600), shares)
