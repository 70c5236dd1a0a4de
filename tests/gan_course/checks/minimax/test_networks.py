"""Wrong networks get the sentence that names their mistake."""

from __future__ import annotations

import pytest
import torch
from torch import nn


class Noisy(nn.Module):
    def __init__(self, latent_dim, data_dim):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(latent_dim, 8), nn.ReLU(), nn.Linear(8, data_dim))

    def forward(self, z):
        return self.net(z + torch.randn_like(z))


SHARED = nn.Sequential(nn.Linear(3, 8), nn.ReLU(), nn.Linear(8, 2))


@pytest.mark.parametrize(
    ("wrong", "line"),
    [
        (lambda i, o, hidden=64: None, "✗ returned None, wanted a network (nn.Module)"),
        (lambda i, o, hidden=64: nn.Sequential(nn.Linear(i, 8), nn.Linear(8, o)), "✗ is a linear map"),
        (
            lambda i, o, hidden=64: nn.Sequential(nn.Linear(i, 64), nn.ReLU(), nn.Linear(64, o), nn.Tanh()),
            "✗ its output cannot leave the range from −1.00 to 1.00, whatever its weights",
        ),
        (
            lambda i, o, hidden=64: nn.Sequential(nn.Linear(i, 64), nn.ReLU(), nn.Linear(64, o), nn.ReLU()),
            "✗ its output cannot leave the range from 0.00",
        ),
        (lambda i, o, hidden=64: Noisy(i, o), "✗ the same z gives another x each time"),
        (lambda i, o, hidden=64: SHARED, "✗ two calls hand back the same parameters"),
        (
            lambda i, o, hidden=64: nn.Sequential(nn.Linear(i, 8), nn.ReLU(), nn.Linear(8, 1)),
            "✗ returned shape (64, 1), wanted (64, 2)",
        ),
    ],
)
def test_wrong_generator(red, wrong, line):
    assert red("make_generator", wrong)[0].startswith(line)


@pytest.mark.parametrize(
    ("wrong", "line"),
    [
        (
            lambda i, hidden=64: nn.Sequential(nn.Linear(i, 64), nn.ReLU(), nn.Linear(64, 1), nn.Sigmoid()),
            "✗ its output cannot leave the range from 0.00 to 1.00, whatever its weights",
        ),
        (
            lambda i, hidden=64: nn.Sequential(
                nn.Linear(i, 64), nn.ReLU(), nn.Linear(64, 1), nn.LogSigmoid()
            ),
            "✗ its output cannot leave the range from",
        ),
        (lambda i, hidden=64: nn.Linear(i, 1), "✗ is a linear map"),
        (
            lambda i, hidden=64: nn.Sequential(nn.Linear(i, 64), nn.ReLU(), nn.Linear(64, 2)),
            "✗ returned shape (64, 2), wanted (64,) or (64, 1)",
        ),
        (
            lambda i, hidden=64: nn.Sequential(
                nn.Linear(i, 64),
                nn.BatchNorm1d(64, track_running_stats=False, eps=1.0),
                nn.ReLU(),
                nn.Linear(64, 1),
            ),
            "✗ your code stopped",
        ),
        (lambda i, hidden=64: Mixing(i), "✗ the verdict on one sample changes with the others in its batch"),
    ],
)
def test_wrong_discriminator(red, wrong, line):
    assert red("make_discriminator", wrong)[0].startswith(line)


class Mixing(nn.Module):
    """Compares each row with the mean of its batch, and does not mind a batch of one."""

    def __init__(self, width):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(width, 16), nn.ReLU(), nn.Linear(16, 1))

    def forward(self, x):
        return self.net(x - x.mean(dim=0))


def test_batch_norm_with_one_row_is_explained(red):
    def normed(i, hidden=64):
        return nn.Sequential(nn.Linear(i, 8), nn.BatchNorm1d(8), nn.ReLU(), nn.Linear(8, 1))

    _, teach = red("make_discriminator", normed)
    assert "a batch of one row has nothing to compare" in teach
    assert "tensor (1, 2) float32" in teach


class PlainList(nn.Module):
    def __init__(self, latent_dim, data_dim):
        super().__init__()
        self.layers = [nn.Linear(latent_dim, 16), nn.ReLU(), nn.Linear(16, data_dim)]

    def forward(self, z):
        for layer in self.layers:
            z = layer(z)
        return z


def test_layers_no_optimizer_would_find(red):
    line, teach = red("make_generator", lambda i, o, hidden=64: PlainList(i, o))
    assert line == "✗ a gradient reaches 0 of 0 parameter tensors"
    assert "layers kept in a plain list are not in it" in teach


def test_seed_inside_the_function(red):
    def seeded(i, o, hidden=64):
        torch.manual_seed(0)
        return nn.Sequential(nn.Linear(i, 8), nn.ReLU(), nn.Linear(8, o))

    assert red("make_generator", seeded)[0] == "✗ two calls start with the same numbers"
