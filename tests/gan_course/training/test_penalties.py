"""Against D whose slope is known in closed form."""

import pytest
import torch
from torch import nn

from gan_course.training import R1, GradientPenalty


def quadratic(x):
    """D(x) = |x|², so the slope at x is 2x and its squared norm 4|x|²."""
    return x.flatten(1).square().sum(dim=1, keepdim=True)


def linear(x):
    """D(x) = 3·x₀ + 4·x₁, with a slope of norm 5 everywhere."""
    return x @ torch.tensor([[3.0], [4.0]])


def test_r1_of_the_quadratic():
    x = torch.tensor([[1.0, 2.0], [0.0, 3.0]])
    assert R1(2.0)(quadratic, x, x).item() == pytest.approx((4 * 5 + 4 * 9) / 2)


def test_r1_takes_the_norm_over_all_pixels_of_one_picture():
    """A duplicated batch must give the same penalty: the norm is never over the batch."""
    x = torch.randn(3, 1, 4, 4)
    one, two = R1(1.0)(quadratic, x, x), R1(1.0)(quadratic, torch.cat([x, x]), x)
    torch.testing.assert_close(one, two)


def test_gradient_penalty_pulls_the_slope_to_one():
    real, fake = torch.randn(16, 2), torch.randn(16, 2)
    assert GradientPenalty(10)(linear, real, fake).item() == pytest.approx(10 * (5 - 1) ** 2, rel=1e-5)


def test_gradient_penalty_looks_between_the_pairs_with_its_own_share_for_each():
    seen = []

    def spy(x):
        seen.append(x.detach())
        return quadratic(x)

    real, fake = torch.ones(200, 2), torch.zeros(200, 2)
    GradientPenalty()(spy, real, fake)
    shares = seen[0]
    assert torch.equal(shares[:, 0], shares[:, 1]), "one share a sample, not one a pixel"
    assert float(shares.std()) > 0.2, "not one share for the whole batch"
    assert 0 <= float(shares.min()) <= float(shares.max()) <= 1


@pytest.mark.parametrize("penalty", [R1(), GradientPenalty()])
def test_the_penalty_trains_the_discriminator(penalty):
    network = torch.nn.Sequential(torch.nn.Linear(2, 8), torch.nn.Tanh(), torch.nn.Linear(8, 1))
    penalty(network, torch.randn(4, 2), torch.randn(4, 2)).backward()
    assert float(network[0].weight.grad.abs().sum()) > 0


def test_gradient_penalty_is_finite_where_the_slope_is_zero():
    flat = torch.nn.Linear(2, 1)
    torch.nn.init.zeros_(flat.weight)
    GradientPenalty()(flat, torch.randn(4, 2), torch.randn(4, 2)).backward()
    assert torch.isfinite(flat.weight.grad).all()


@pytest.mark.parametrize("penalty", [GradientPenalty(1.0), R1(1.0)])
def test_samples_in_half_precision_are_taken(penalty):
    """Under autocast the generator's samples come as bfloat16, the data stay float32."""
    value = penalty(nn.Linear(2, 1), torch.zeros(3, 2), torch.zeros(3, 2, dtype=torch.bfloat16))
    assert value.dtype == torch.float32
    assert torch.isfinite(value)
