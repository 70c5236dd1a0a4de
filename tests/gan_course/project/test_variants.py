"""The variants of the project's data: what the notebook says of them."""

from __future__ import annotations

import torch

from gan_course.project import variant


def test_the_same_seed_draws_the_same_variant_and_leaves_the_global_stream_alone() -> None:
    state = torch.get_rng_state()
    one, other = variant(3), variant(3)
    assert torch.equal(one.real, other.real)
    assert not torch.equal(one.real, variant(4).real)
    assert torch.equal(state, torch.get_rng_state())


def test_variants_keep_to_the_table_of_the_notebook() -> None:
    drawn = [variant(seed) for seed in range(60)]
    assert {len(v.mixture.modes) for v in drawn} == {5, 6, 7, 8}
    for each in drawn:
        mixture, rows = each.mixture, (each.real, each.fresh, each.held_out)
        assert [tuple(r.shape) for r in rows] == [(1000, 2)] * 3
        assert float(mixture.weights.max() / mixture.weights.min()) <= 2.5
        apart = torch.cdist(mixture.modes, mixture.modes)
        assert float(apart[apart > 0].min()) > 12 * float(mixture.std), "no sample belongs to two modes"
        across = float(apart.max())
        assert 1.3 * 1.0 < across < 2 * 3.0 + 1e-3
        assert not torch.equal(each.real, each.fresh)


def test_the_three_sets_come_from_one_mixture() -> None:
    of = variant(5)
    for rows in (of.real, of.fresh, of.held_out):
        near = torch.cdist(rows, of.mixture.modes).amin(1) <= 4 * of.mixture.std
        assert float(near.float().mean()) > 0.99
