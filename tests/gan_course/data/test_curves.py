import numpy as np
import pytest
import torch

from gan_course.data import drawn, load, moons, spiral, swiss_roll
from gan_course.errors import ShapeError

CURVES = {"moons": moons, "spiral": spiral, "swiss_roll": swiss_roll}


@pytest.mark.parametrize("name", CURVES)
def test_density_integrates_to_one_and_is_high_where_samples_are(name):
    toy = load(name)
    ticks = torch.linspace(-3.5, 3.5, 351)
    plane = torch.cartesian_prod(ticks, ticks)
    assert float(toy.density(plane).sum() * (ticks[1] - ticks[0]) ** 2) == pytest.approx(1, abs=0.01)
    samples = toy.sample(2000, torch.Generator().manual_seed(0))
    assert samples.shape == (2000, 2)
    at_samples, anywhere = toy.density(samples).median(), toy.density(plane).median()
    assert at_samples > 10 * anywhere


@pytest.mark.parametrize("name", CURVES)
def test_same_generator_seed_same_samples(name):
    first, second = (load(name).sample(5, torch.Generator().manual_seed(1)) for _ in range(2))
    assert torch.equal(first, second)


def test_the_moons_are_two_and_equal():
    x = moons(std=0.01).sample(4000, torch.Generator().manual_seed(0))
    # the point reflection that swaps the moons must leave the distribution as it is
    torch.testing.assert_close(x.mean(dim=0), torch.zeros(2), atol=0.05, rtol=0)
    upper = (((x - torch.tensor([-0.5, -0.25])).norm(dim=1) - 1).abs() < 0.05) & (x[:, 1] > -0.3)
    assert float(upper.float().mean()) == pytest.approx(0.5, abs=0.05)


def test_a_spiral_has_the_arms_it_is_asked_for():
    x = spiral(arms=3, turns=0.0, std=0.01).sample(3000, torch.Generator().manual_seed(0))
    angle = torch.atan2(x[:, 1], x[:, 0]) / (2 * torch.pi) * 3
    away = (angle - angle.round()).abs()[x.norm(dim=1) > 1]
    assert float(away.max()) < 0.1


def test_drawn_points_are_centred_scaled_and_kept_in_shape():
    toy = drawn([[100, 100], [300, 100], [300, 200]], std=0.01)
    torch.testing.assert_close(toy.modes, torch.tensor([[-2.0, -1.0], [2.0, -1.0], [2.0, 1.0]]))
    x = toy.sample(500, torch.Generator().manual_seed(0))
    assert float(torch.cdist(x, toy.modes).min(dim=1).values.max()) < 0.06


def test_drawn_points_may_stay_where_they_are():
    points = np.array([[5.0, 6.0]])
    assert drawn(points, fit=None).modes.tolist() == [[5.0, 6.0]]
    assert drawn(points).modes.tolist() == [[0.0, 0.0]]


@pytest.mark.parametrize(
    "points",
    [np.zeros((0, 2)), np.zeros((3, 3)), [1.0, 2.0], [[float("nan"), 0.0]]],
    ids=["none", "3-D", "flat", "nan"],
)
def test_what_is_not_points_is_named(points):
    with pytest.raises(ShapeError, match="points"):
        drawn(points)


def test_bad_options_are_named():
    with pytest.raises(ValueError, match="above 0"):
        moons(std=0)
    with pytest.raises(ValueError, match="at least 1 arm"):
        spiral(arms=0)
