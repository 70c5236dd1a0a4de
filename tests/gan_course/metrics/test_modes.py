import math

import pytest
import torch

from gan_course.data import grid, ring
from gan_course.errors import ShapeError
from gan_course.metrics import mode_coverage, reverse_kl

RING = ring()


def test_true_samples_find_every_mode():
    found = mode_coverage(RING.sample(2500, torch.Generator().manual_seed(0)), RING.modes, RING.std)
    assert (found.any, found.captured, found.total) == (8, 8, 8)
    assert found.good == pytest.approx(1 - math.exp(-4.5), abs=0.01)  # mass of a 2-D Gaussian within 3 sigma
    assert found.needed == 20


def test_the_two_rules_differ_between_1_and_20_samples():
    """19 of 2,500 touch a mode without capturing it; the 20th captures it."""
    far = torch.full((2500, 2), 50.0)
    for near, captured in ((1, 0), (19, 0), (20, 1)):
        samples = far.clone()
        samples[:near] = RING.modes[3]
        found = mode_coverage(samples, RING.modes, RING.std)
        assert (found.any, found.captured) == (1, captured)
        assert found.counts[3] == near
        assert found.good == pytest.approx(near / 2500)


@pytest.mark.parametrize(("n", "needed"), [(2500, 20), (5000, 40), (250, 2), (10, 1)])
def test_the_capture_rule_scales_with_the_number_of_samples(n, needed):
    assert mode_coverage(torch.zeros(n, 2), RING.modes, RING.std).needed == needed


def test_the_radius_is_sharp():
    inside, outside = RING.modes[:1] * (1 + 0.0299), RING.modes[:1] * (1 + 0.0301)
    assert mode_coverage(inside, RING.modes, 0.02).good == 1
    assert mode_coverage(outside, RING.modes, 0.02).good == 0


def test_each_mode_may_have_its_own_deviation():
    modes = torch.tensor([[0.0], [10.0]])
    samples = torch.tensor([[1.0], [11.0]])
    assert mode_coverage(samples, modes, torch.tensor([0.1, 1.0])).counts == (0, 1)


def test_nan_samples_are_never_good():
    found = mode_coverage(torch.full((100, 2), math.nan), RING.modes, RING.std)
    assert (found.any, found.good) == (0, 0)


def test_reverse_kl_of_even_shares_is_zero_and_of_one_mode_log_k():
    modes = grid().modes
    assert reverse_kl(modes.repeat(10, 1), modes) == pytest.approx(0, abs=1e-9)
    assert reverse_kl(modes[:1].repeat(10, 1), modes) == pytest.approx(math.log(25))


def test_reverse_kl_by_hand_with_weights():
    modes = torch.tensor([[0.0], [1.0]])
    samples = torch.tensor([[0.0], [0.0], [0.0], [1.0]])
    wanted = 0.75 * math.log(0.75 / 0.4) + 0.25 * math.log(0.25 / 0.6)
    assert reverse_kl(samples, modes, weights=[2, 3]) == pytest.approx(wanted, abs=1e-6)
    assert reverse_kl(samples, modes, weights=[1, 0]) == math.inf


@pytest.mark.parametrize(
    "samples", [torch.zeros(5), torch.zeros(5, 3), torch.zeros(0, 2)], ids=["1-D", "wrong d", "none"]
)
def test_shapes_that_do_not_fit_are_named(samples):
    for metric in (lambda s: mode_coverage(s, RING.modes, RING.std), lambda s: reverse_kl(s, RING.modes)):
        with pytest.raises(ShapeError, match="do not fit"):
            metric(samples)
