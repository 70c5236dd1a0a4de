"""Wrong D* and V get the sentence that names their mistake."""

from __future__ import annotations

import pytest
import torch


@pytest.mark.parametrize(
    ("wrong", "line", "teach"),
    [
        (
            lambda p, q: q / (p + q),
            "✗ where p_data = 0.4 and p_g = 0.1: yours 0.20, wanted 0.80",
            "Your D is high where the fakes are. Which of the two kinds of samples should get a high D?",
        ),
        (
            lambda p, q: torch.full_like(p, 0.5),
            "✗ more data than fakes (p_data = 0.4, p_g = 0.1): yours 0.500, wanted 0.800",
            "Of 100 samples found near x, how many come from the data? Work this point by hand.",
        ),
        (
            lambda p, q: p / q,
            "✗ values from 0.00 to inf, wanted probabilities between 0 and 1",
            "A ratio of two densities can be any number. Which share of all samples found at x is real?",
        ),
        (
            lambda p, q: (p / (p + q)).mean().reshape(1),
            "✗ returned shape (1,), wanted (5,)",
            "D* is asked at every point of the grid: one number a point.",
        ),
        (
            lambda p, q: (p / (p + q)).numpy(),
            "✗ returned numpy.ndarray, wanted a tensor",
            "",
        ),
    ],
)
def test_wrong_optimal_discriminator(red, wrong, line, teach):
    assert red("optimal_discriminator", wrong) == (line, teach)


def V(d, p, q, dx):
    return (torch.xlogy(p, d) + torch.xlogy(q, 1 - d)).sum() * dx


@pytest.mark.parametrize(
    ("wrong", "line", "teach"),
    [
        (
            lambda d, p, q, dx: V(d, p, q, 1.0),
            "✗ for two bells and a sloping D: yours −75.0097, wanted −0.7501",
            "The sum stands for an integral: each term is a height. What makes an area of it?",
        ),
        (
            lambda d, p, q, dx: (torch.xlogy(p, d) + torch.xlogy(q, 1 - d)).mean(),
            "✗ for two bells and a sloping D: yours −0.0625, wanted −0.7501",
            "This looks like an average over the grid. An integral is a sum of heights times the spacing.",
        ),
        (
            lambda d, p, q, dx: -V(d, p, q, dx),
            "✗ for two bells and a sloping D: yours 0.7501, wanted −0.7501",
            "V is a sum of logarithms of probabilities, so it cannot be positive: D climbs towards 0.",
        ),
        (
            lambda d, p, q, dx: V(d, q, p, dx),
            "✗ for two bells and a sloping D: yours −2.7501, wanted −0.7501",
            "Data and fakes have changed places: which density belongs to log D?",
        ),
        (
            lambda d, p, q, dx: (p * d.log() + q * (1 - d).log()).sum() * dx,
            "✗ D exactly 0 or 1 where only one density lives: yours nan, wanted −0.6721",
            "A computer makes 0·log 0 = 0·(−∞) = nan; its limit is 0. Keep log 0 from being multiplied, or "
            "look for a torch function that knows this rule.",
        ),
        (
            lambda d, p, q, dx: V(d, p, q, dx).item(),
            "✗ returned float; the gradient is lost when a tensor becomes a number. Return the tensor.",
            "",
        ),
    ],
)
def test_wrong_value_function(red, wrong, line, teach):
    assert red("value_function", wrong) == (line, teach)
