"""Small networks and a run that takes milliseconds."""

import pytest
import torch
from torch import nn

from gan_course.data import ring
from gan_course.training import train


def mlp(inputs: int, outputs: int, hidden: int = 16) -> nn.Sequential:
    return nn.Sequential(nn.Linear(inputs, hidden), nn.ReLU(), nn.Linear(hidden, outputs))


@pytest.fixture
def networks():
    """Make a pair with the same weights at each call."""

    def make(hidden: int = 16):
        torch.manual_seed(0)
        return mlp(2, 2, hidden), mlp(2, 1, hidden)

    return make


@pytest.fixture
def quick(networks):
    """Train a fresh pair for a few steps on the ring; options as for ``train``."""

    def run(pair=None, data=None, **options):
        generator, discriminator = pair or networks()
        options.setdefault("steps", 5)
        options.setdefault("progress", False)
        if "d_loss" not in options and "d_step" not in options:
            options.setdefault("loss", "non_saturating")
        return train(generator, discriminator, ring() if data is None else data, **options)

    return run


def weights(network: nn.Module) -> list[torch.Tensor]:
    return [p.detach().clone() for p in network.parameters()]


def same(first, second) -> bool:
    return all(torch.equal(a, b) for a, b in zip(first, second, strict=True))
