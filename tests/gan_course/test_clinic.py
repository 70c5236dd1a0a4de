"""A run that is ill must show what it has: each has one sign that tells its fault from the others."""

from __future__ import annotations

import matplotlib
import pytest
import torch

from gan_course import clinic

matplotlib.use("Agg")


@pytest.fixture(autouse=True)
def closed():
    yield
    import matplotlib.pyplot as plt

    plt.close("all")


def lines(figure, panel):
    return [torch.tensor(line.get_ydata(), dtype=torch.float64) for line in figure.axes[panel].lines]


def test_on_the_ring_d_is_always_right_and_g_gets_no_gradient():
    torch.manual_seed(3)
    wanted = torch.rand(2)
    torch.manual_seed(3)
    figure = clinic.a_run_on_the_ring()
    assert torch.equal(torch.rand(2), wanted), "looking must not move the notebook's random numbers"
    (right, _), (gradient,) = lines(figure, 3), lines(figure, 4)
    assert right.min() > 99
    assert gradient[-50:].median() < 0.2 * gradient[:50].median()


def test_the_price_of_the_critic_is_not_paid():
    figure = clinic.a_run_of_a_critic()
    (price,) = lines(figure, 1)
    assert price[-50:].median() > 100


def test_real_pictures_have_no_dark_pixel():
    figure = clinic.a_run_on_pictures()
    real, fakes = (bars.patches for bars in figure.axes[3].containers)
    half = len(real) // 2
    assert sum(bar.get_height() for bar in real[:half]) == 0 < sum(bar.get_height() for bar in fakes[:half])


def test_every_order_is_answered_by_the_digit_before():
    figure = clinic.a_run_with_labels()
    table = torch.tensor(figure.axes[1].images[0].get_array().tolist())
    assert torch.equal(table.argmax(dim=1), (torch.arange(10) - 1) % 10)
    assert table.amax(dim=1).mean() > 0.8
