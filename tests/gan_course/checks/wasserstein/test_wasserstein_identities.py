"""What assignment 05 claims holds for the functions its solution writes."""

from __future__ import annotations

import pytest
import scipy.stats
import torch
from scipy.optimize import linprog
from torch import nn


@pytest.fixture
def generator() -> torch.Generator:
    return torch.Generator().manual_seed(5)


def heaps(generator, n, m):
    x, y = (3 * torch.randn(k, generator=generator, dtype=torch.float64) for k in (n, m))
    p, q = (torch.rand(k, generator=generator, dtype=torch.float64) for k in (n, m))
    return x, y, p / p.sum(), q / q.sum()


@pytest.mark.parametrize(("n", "m"), [(1, 1), (3, 8), (40, 40), (200, 77)])
def test_the_distance_is_scipys(solved, generator, n, m):
    x, y, p, q = heaps(generator, n, m)
    wanted = scipy.stats.wasserstein_distance(x, y, p, q)
    assert float(solved["wasserstein_weighted"](x, y, p, q)) == pytest.approx(wanted, abs=1e-12)
    if n == m:
        wanted = scipy.stats.wasserstein_distance(x, y)
        assert float(solved["wasserstein_1d"](x, y)) == pytest.approx(wanted, abs=1e-12)


def test_the_distance_is_the_cost_of_the_cheapest_plan(solved, generator):
    """The definition itself, by linear programming."""
    x, y, p, q = heaps(generator, 4, 6)
    rows = torch.zeros(10, 24, dtype=torch.float64)
    for i in range(4):
        rows[i, 6 * i : 6 * i + 6] = 1
    for j in range(6):
        rows[4 + j, j::6] = 1
    cost, masses = (x[:, None] - y).abs().flatten(), torch.cat([p, q])
    plan = linprog(cost.numpy(), A_eq=rows[:-1].numpy(), b_eq=masses[:-1].numpy())
    assert float(solved["wasserstein_weighted"](x, y, p, q)) == pytest.approx(plan.fun, abs=1e-8)


def test_no_lipschitz_function_gets_a_larger_bill(solved, generator):
    """Weak duality: E_p[f] − E_q[f] is at most the distance, for f with slopes between −1 and 1."""
    x, y = (torch.randn(50, generator=generator) for _ in range(2))
    work = solved["wasserstein_1d"](x, y + 1)
    for _ in range(200):
        knots = torch.linspace(-6, 6, 121)
        heights = (0.1 * (2 * torch.rand(121, generator=generator) - 1)).cumsum(0)

        def f(points, heights=heights, knots=knots):
            i = torch.searchsorted(knots, points).clamp(1, 120)
            return torch.lerp(heights[i - 1], heights[i], (points - knots[i - 1]) / 0.1)

        assert float(-solved["critic_loss"](f(x), f(y + 1))) <= float(work) + 1e-5


def test_lifting_all_values_changes_no_loss_and_no_push(solved, generator):
    critic, x = nn.Linear(2, 1), torch.randn(5, 2, generator=generator)
    loss = solved["generator_loss"]
    before = solved["push"](critic, x, loss)
    with torch.no_grad():
        critic.bias += 100
    torch.testing.assert_close(solved["push"](critic, x, loss), before)
    values = critic(x)
    torch.testing.assert_close(
        solved["critic_loss"](values + 7, values * 2 + 7), solved["critic_loss"](values, values * 2)
    )


@pytest.mark.parametrize("shape", [(2,), (3, 4, 4)])
def test_the_penalty_of_a_plane_is_known(solved, shape):
    critic = nn.Sequential(nn.Flatten(), nn.Linear(int(torch.tensor(shape).prod()), 1))
    real, fake = torch.randn(6, *shape), torch.randn(6, *shape)
    norm = critic[1].weight.norm()
    torch.testing.assert_close(solved["gradient_penalty"](critic, real, fake), (norm - 1) ** 2)


@pytest.mark.parametrize(("distance", "weight"), [(4.0, 10.0), (2.0, 1.0)])
def test_the_slope_under_a_price_is_one_plus_distance_over_twice_the_weight(solved, distance, weight):
    """What the text derives for two clouds: s = 1 + d/(2λ), found here by descending on a plane."""
    critic = nn.Linear(1, 1)
    nn.init.constant_(critic.weight, 0.5)  # a slope the wrong way round can get stuck at −1 + d/(2λ)
    optimizer = torch.optim.SGD(critic.parameters(), lr=0.4 / weight)
    real, fake = torch.full((8, 1), distance), torch.zeros(8, 1)
    for _ in range(200):
        value = solved["critic_loss"](critic(real), critic(fake))
        total = value + weight * solved["gradient_penalty"](critic, real, fake)
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
    assert critic.weight.item() == pytest.approx(1 + distance / (2 * weight), abs=1e-3)
