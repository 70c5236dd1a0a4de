"""Networks pass whatever their start, and questions are looked at for their form only."""

from __future__ import annotations

import pytest
import torch

from gan_course.checks import dcgan


@pytest.mark.parametrize("name", ["make_generator", "make_discriminator"])
def test_networks_pass_whatever_their_random_start(printed, solved, name):
    """A check draws from a fixed seed, but a network may carry its own start: try several."""
    for seed in range(8):
        seeds = iter(range(10 * seed, 10 * seed + 10))

        def seeded(*sizes, seeds=seeds, **options):
            torch.manual_seed(next(seeds))
            return solved[name](*sizes, **options)

        lines = printed(name, seeded)
        assert all(line.startswith("✓") for line in lines), (seed, lines)


def test_questions_look_at_the_form_only(printed):
    assert printed("q_size", 6) == ["✓ recorded: q_size = 6"]
    assert printed("q_keep", "z")[0].startswith("✗ got 'z'")
    assert printed("q_accuracy", None)[0].startswith("· not answered yet")
    assert all(
        name in dcgan.__all__ for name in ("q_size", "q_weights", "q_batch_norm", "q_keep", "q_accuracy")
    )
