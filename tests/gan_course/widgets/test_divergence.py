"""Histograms count every point once, and KL and JS agree with an independent formula."""

import math

import numpy as np
import pytest
import torch

from gan_course.widgets.engine.divergence import Histogram, js_divergence, kl_divergence

SQUARE = Histogram(torch.tensor([-1.0, -1.0]), torch.tensor([1.0, 1.0]), 4)


def test_every_point_is_counted_exactly_once():
    points = torch.randn(450, 2)  # many lie outside the window
    assert SQUARE.counts(points).sum() == 450


def test_counts_agree_with_numpy_inside_the_window():
    points = torch.rand(1000, 2) * 2 - 1
    expected, _, _ = np.histogram2d(points[:, 1], points[:, 0], bins=4, range=[[-1, 1], [-1, 1]])
    counts = SQUARE.counts(points)
    assert counts[:-1].tolist() == expected.ravel().astype(int).tolist()
    assert counts[-1] == 0


def test_points_outside_and_lost_ones_share_the_last_bin():
    points = torch.tensor([[5.0, 0.0], [0.0, -9.0], [math.nan, 0.0], [math.inf, math.inf], [0.0, 0.0]])
    assert SQUARE.counts(points)[-1] == 4


def test_js_is_zero_for_equal_and_log_two_for_disjoint():
    a, b = torch.tensor([10, 0, 5]), torch.tensor([0, 7, 0])
    assert js_divergence(a, a) == pytest.approx(0, abs=1e-12)
    assert js_divergence(a, b) == pytest.approx(math.log(2))


def test_js_does_not_depend_on_the_number_of_points():
    a, b = torch.tensor([10, 2, 5]), torch.tensor([1, 7, 3])
    assert js_divergence(a, b) == pytest.approx(js_divergence(a * 9, b * 4))


def test_kl_and_js_agree_with_sums_by_hand():
    a, b = torch.tensor([6, 3, 1]), torch.tensor([2, 2, 6])
    p, q = (np.array(c) + 0.5 for c in ([6, 3, 1], [2, 2, 6]))
    p, q = p / p.sum(), q / q.sum()
    assert kl_divergence(a, b) == pytest.approx(float((p * np.log(p / q)).sum()), rel=1e-5)
    p, q = np.array([0.6, 0.3, 0.1]), np.array([0.2, 0.2, 0.6])
    m = (p + q) / 2
    expected = ((p * np.log(p / m)).sum() + (q * np.log(q / m)).sum()) / 2
    assert js_divergence(a, b) == pytest.approx(float(expected), rel=1e-6)


def test_kl_stays_finite_where_nothing_was_generated():
    assert math.isfinite(kl_divergence(torch.tensor([100, 0]), torch.tensor([0, 100])))


def test_kl_knows_its_direction():
    a, b = torch.tensor([50, 50, 0]), torch.tensor([98, 1, 1])
    assert kl_divergence(a, b) != pytest.approx(kl_divergence(b, a), rel=0.05)
