"""Inputs reach both ends of a range, and the same seed draws them again."""

from __future__ import annotations

import torch

from gan_course.exercises.inputs import PUBLIC_SEED, Inputs, derived_seed


def test_the_same_seed_draws_the_same_again() -> None:
    one = Inputs(11)
    first = (one.normal(3), one.integer(1, 9), one.number(0, 1), one.probabilities(4))
    again = one.again()
    second = (again.normal(3), again.integer(1, 9), again.number(0, 1), again.probabilities(4))
    assert torch.equal(first[0], second[0])
    assert first[1:3] == second[1:3]
    assert torch.equal(first[3], second[3])


def test_probabilities_come_near_both_ends() -> None:
    """Mistakes hide where inputs never go: 0.03 to 0.97 let p.clamp(0.01, 0.99) pass."""
    p = Inputs(3).probabilities(2000, nearest=1e-6)
    assert 0 < p.min() < 1e-5
    assert 0 < 1 - p.max() < 1e-5
    assert (p > 0.5).float().mean().sub(0.5).abs() < 0.1
    assert ((p > 0.1) & (p < 0.9)).any()


def test_sizes_visit_each_decade_alike() -> None:
    x = Inputs(4).sizes(3000, low=1e-3, high=1e3)
    shares = [((x >= 10.0**k) & (x < 10.0 ** (k + 1))).float().mean() for k in range(-3, 3)]
    assert all(abs(share - 1 / 6) < 0.05 for share in shares)
    signed = Inputs(4).signed(100, low=0.1, high=200.0)
    assert signed.min() < -10 < 10 < signed.max()


def test_a_derived_seed_tells_nothing_of_its_parent_or_its_siblings() -> None:
    seeds = {derived_seed(5, name) for name in ("critic_loss", "generator_loss", "push")}
    assert len(seeds) == 3
    assert all(0 < seed < 2**62 for seed in seeds)
    assert derived_seed(5, "push") == derived_seed(5, "push") != derived_seed(6, "push")


def test_a_visible_check_draws_few() -> None:
    assert Inputs(PUBLIC_SEED, public=True).count(500, 12) == 12
    assert Inputs(1).count(500, 12) == 500
