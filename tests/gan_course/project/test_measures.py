"""Four figures of a generator: each impostor misses the one that is made for it, honest rows none."""

from __future__ import annotations

import pytest
import torch

from gan_course.project import THRESHOLDS, Figures, Variant, figures, variant
from gan_course.project.measures import nearer_to
from gan_course.ready_made import ReadyMadeError, an_answer_is_judged

SEEDS = range(3)


@pytest.fixture(params=SEEDS)
def of(request: pytest.FixtureRequest) -> Variant:
    torch.manual_seed(request.param)
    return variant(100 + request.param)


def missed(found: Figures) -> set[str]:
    return {name for name, passes in found.passes.items() if not passes}


def picked(rows: torch.Tensor, n: int = 2000) -> torch.Tensor:
    return rows[torch.randint(len(rows), (n,))]


def test_rows_of_the_mixture_pass_with_room(of: Variant) -> None:
    found = figures(of.mixture.sample(2000), of)
    assert not missed(found)
    assert found.quality > 0.95
    assert found.diversity > 0.9
    assert 0.44 < found.copies < 0.56


def test_each_impostor_misses_its_own_threshold(of: Variant) -> None:
    low, high = of.real.min(0).values, of.real.max(0).values
    std, nearest = of.mixture.std, torch.cdist(of.real, of.mixture.modes).argmin(1)
    grain = std * torch.randn(2000, 2)
    noise = figures(low + (high - low) * torch.rand(2000, 2), of)
    assert missed(noise) - {"copies"} == {"coverage", "quality"}
    assert not noise.memorised, "far from all rows, on which side the nearest lies is chance"
    assert missed(figures(picked(of.real), of)) == {"copies"}
    assert missed(figures(picked(of.real) + 0.1 * grain, of)) == {"copies"}
    assert missed(figures(picked(of.real) + 2.5 * grain, of)) == {"quality"}
    one = figures(picked(of.real[nearest == 0]) + 0.5 * grain, of)
    assert missed(one) == {"coverage", "diversity"}
    assert one.reached == 1
    middles = of.mixture.modes[torch.multinomial(of.mixture.weights, 2000, replacement=True)] + 0.05 * grain
    assert missed(figures(middles, of)) - {"copies"} == {"diversity"}


def test_of_few_places_only_exact_copies_are_held_against_a_generator(of: Variant) -> None:
    """On which side the neighbours of one place lie is chance: many a narrow generator would be accused."""
    assert figures(of.real[:3].repeat(500, 1), of).memorised
    for mode in of.mixture.modes:
        place = mode + of.mixture.std * torch.randn(1, 2)
        assert not figures(place + 0.01 * of.mixture.std * torch.randn(1500, 2), of).memorised


def test_modes_are_asked_for_a_third_of_their_weight() -> None:
    of = variant(1)
    modes, weights = of.mixture.modes, of.mixture.weights
    counts = (3000 * weights).round().int()
    heavy = int(weights.argmax())
    for share, reached in ((0.4, len(modes)), (0.3, len(modes) - 1)):
        asked = counts.clone()
        asked[heavy] = int(share * counts[heavy])
        rest = 3000 - int(asked.sum())
        far = of.mixture.modes.mean(0).repeat(rest, 1)
        samples = torch.cat([modes.repeat_interleave(asked, 0), far])
        assert figures(samples, of).reached == reached


def test_the_share_of_nearer_samples_counts_ties_half_and_is_no_answer_to_an_exercise() -> None:
    rows = torch.tensor([[0.0], [10.0]])
    samples = torch.tensor([[1.0], [6.0], [20.0], [2.5]])
    assert nearer_to(rows, torch.tensor([[5.0], [22.0]]), samples) == pytest.approx((1 + 0.5) / 4)
    with an_answer_is_judged(), pytest.raises(ReadyMadeError):
        nearer_to(rows, rows, samples)


def test_thresholds_are_public_and_cannot_be_moved() -> None:
    assert dict(THRESHOLDS) == {"coverage": 1.0, "quality": 0.7, "diversity": 0.6, "copies": 0.65}
    with pytest.raises(TypeError):
        THRESHOLDS["copies"] = 1.0  # type: ignore[index]
