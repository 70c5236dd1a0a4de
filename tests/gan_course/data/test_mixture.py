import math

import pytest
import torch

from gan_course.data import GaussianMixture, gaussian_mixture_1d, grid, ring
from gan_course.errors import ShapeError


def test_density_on_the_line_is_the_normal_one():
    """Checked against torch's own normal distribution, an independent oracle."""
    mixture = gaussian_mixture_1d([-2.0, 2.0], [0.5, 1.0], weights=[1, 3])
    x = torch.linspace(-4, 5, 50)
    normal = torch.distributions.Normal
    wanted = 0.25 * normal(-2, 0.5).log_prob(x).exp() + 0.75 * normal(2, 1).log_prob(x).exp()
    torch.testing.assert_close(mixture.density(x), wanted)
    torch.testing.assert_close(mixture.log_density(x[:, None]), wanted.log())


def test_density_in_the_plane_sums_to_one():
    mixture = ring(modes=3, radius=1.0, std=0.3)
    ticks = torch.linspace(-4, 4, 201)
    plane = torch.cartesian_prod(ticks, ticks)
    assert float(mixture.density(plane).sum() * (ticks[1] - ticks[0]) ** 2) == pytest.approx(1, abs=1e-3)


def test_log_density_is_finite_far_away():
    """At 100 standard deviations the density itself is 0 in float32; its logarithm must not be."""
    assert torch.isfinite(ring().log_density(torch.full((1, 2), 40.0))).all()


@pytest.mark.parametrize(("toy", "count"), [(ring(), 8), (ring(modes=5), 5), (grid(), 25), (grid(side=2), 4)])
def test_samples_sit_on_the_modes_in_equal_shares(toy, count):
    assert toy.modes.shape == (count, 2)
    x = toy.sample(count * 1000, torch.Generator().manual_seed(0))
    distance, nearest = torch.cdist(x, toy.modes).min(dim=1)
    assert float((distance <= 3 * toy.std).float().mean()) == pytest.approx(1 - math.exp(-4.5), abs=0.005)
    shares = torch.bincount(nearest, minlength=count) / len(x)
    torch.testing.assert_close(shares, torch.full((count,), 1 / count), atol=0.25 / count, rtol=0)


def test_weights_are_scaled_and_followed():
    toy = ring(modes=2, weights=[1, 9])
    torch.testing.assert_close(toy.weights, torch.tensor([0.1, 0.9]))
    x = toy.sample(4000, torch.Generator().manual_seed(0))
    assert float((x[:, 0] < 0).float().mean()) == pytest.approx(0.9, abs=0.03)


def test_each_mode_keeps_its_own_deviation():
    toy = gaussian_mixture_1d([0.0, 100.0], [0.1, 5.0])
    x = toy.sample(4000, torch.Generator().manual_seed(0))
    assert float(x[x < 50].std()) == pytest.approx(0.1, rel=0.1)
    assert float(x[x > 50].std()) == pytest.approx(5.0, rel=0.1)


def test_same_generator_seed_same_samples():
    def draw():
        return ring().sample(10, torch.Generator().manual_seed(3))

    assert torch.equal(draw(), draw())


def test_the_ring_turns():
    torch.testing.assert_close(
        ring(modes=4, turn=math.pi / 2).modes[0], torch.tensor([0.0, 2.0]), atol=1e-6, rtol=0
    )


def test_std_comes_back_as_it_was_given():
    assert ring(std=0.02).std == 0.02
    assert gaussian_mixture_1d([0.0, 1.0], [0.5, 0.5]).std == 0.5


def test_moving_to_a_device_keeps_everything():
    moved = ring().to("meta")
    assert moved.device.type == "meta"
    assert moved.sample(3).shape == (3, 2)
    assert ring().device.type == "cpu"


@pytest.mark.parametrize(
    ("make", "error", "says"),
    [
        (lambda: ring(std=0.0), ValueError, "above 0"),
        (lambda: ring(modes=0), ValueError, "at least 1 mode"),
        (lambda: grid(side=0), ValueError, "at least 1 mode"),
        (lambda: ring(weights=[1, 2]), ShapeError, "give 1 or 8"),
        (lambda: ring(modes=2, weights=[-1, 2]), ValueError, "at least 0"),
        (lambda: GaussianMixture(torch.zeros(3), 1.0), ShapeError, "one row per mode"),
        (lambda: ring().density(torch.zeros(5, 3)), ShapeError, r"shape \(n, 2\)"),
    ],
)
def test_bad_input_is_named_with_its_mend(make, error, says):
    with pytest.raises(error, match=says) as caught:
        make()
    assert "\n" not in str(caught.value)


def test_plots_draw_both_kinds():
    assert ring().plot(n=10).collections
    assert gaussian_mixture_1d([0.0], 1.0).plot().lines


def test_plotting_leaves_random_numbers_alone():
    before = torch.get_rng_state()
    ring().plot(n=10)
    assert torch.equal(before, torch.get_rng_state())
