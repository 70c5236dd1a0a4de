"""Before any time is spent, one iteration of everything is tried, and nothing of it stays."""

import random

import numpy as np
import pytest
import torch
from torch import nn

from gan_course.data import TensorData, ring
from gan_course.errors import SetupError
from gan_course.training import R1, GradientPenalty, Run, Settings, train

from .conftest import mlp, same, weights


@pytest.mark.parametrize(
    "penalty", [R1(0.1), GradientPenalty(1.0), lambda d, x, fake: d(x - fake).square().mean()]
)
@pytest.mark.parametrize("precision", ["bf16", "auto"])
def test_half_precision_trains_with_every_penalty(quick, penalty, precision):
    run = quick(penalty=penalty, precision=precision)
    assert run.history.steps == 5


def test_a_penalty_is_tried_before_training(networks):
    def vector(discriminator, real, fake):
        return discriminator(real).square()

    with pytest.raises(SetupError, match="a loss or a penalty is not one number") as caught:
        Run(*networks(), ring(), Settings(loss="hinge", penalty=vector))
    assert "\n" not in str(caught.value)


def test_hooks_are_tried_before_training(networks):
    """A hook that changes D's activations in place would stop the first backward pass."""
    generator, discriminator = networks()
    discriminator[1].register_forward_hook(lambda module, inputs, output: inputs[0].mul_(2))
    discriminator.insert(1, nn.Tanh())
    discriminator.insert(1, nn.Tanh())
    with pytest.raises(SetupError, match="was changed after it was computed"):
        Run(generator, discriminator, ring(), Settings(loss="hinge"))


def test_a_generator_that_cannot_be_averaged_is_named():
    class Holds(nn.Module):
        def __init__(self):
            super().__init__()
            self.net = mlp(2, 2)
            self.last = None

        def forward(self, z):
            self.last = self.net(z)
            return self.last

    with pytest.raises(SetupError, match="average= needs a copy of the generator"):
        Run(Holds(), mlp(2, 1), ring(), Settings(loss="hinge", average=0.9))


@pytest.mark.parametrize("options", [{}, {"penalty": R1(0.1), "penalty_every": 3}, {"reuse_fakes": True}])
@pytest.mark.parametrize("precision", ["fp32", "bf16"])
def test_it_changes_no_number(options, precision):
    """Weights, statistics, running averages and all random numbers are as if nothing had been tried."""

    def run(check):
        random.seed(0)
        np.random.seed(0)
        torch.manual_seed(0)
        generator = nn.Sequential(nn.Linear(2, 8), nn.BatchNorm1d(8), nn.ReLU(), nn.Linear(8, 2))
        discriminator = nn.Sequential(
            nn.utils.parametrizations.spectral_norm(nn.Linear(2, 8)), nn.Linear(8, 1)
        )
        done = train(
            generator, discriminator, lambda n: np.random.randn(n, 2), loss="non_saturating", steps=4,
            noise=lambda n: torch.randn(n, 2) * random.random(), average=0.9, check=check, together=True,
            seed=None, precision=precision, progress=False, **options,
        )  # fmt: skip
        return done.history.losses, weights(generator) + weights(discriminator), list(generator.buffers())

    (losses_a, w_a, b_a), (losses_b, w_b, b_b) = run(True), run(False)
    assert losses_a == losses_b
    assert same(w_a, w_b)
    assert same(b_a, b_b)


def test_a_used_optimiser_keeps_its_running_averages(networks):
    generator, discriminator = networks()
    optimizer = torch.optim.Adam(generator.parameters(), fused=True)
    generator(torch.ones(3, 2)).sum().backward()
    optimizer.step()
    before = {id(p): {k: v.clone() for k, v in s.items()} for p, s in optimizer.state.items()}
    Run(generator, discriminator, ring(), Settings(loss="hinge", g_optimizer=optimizer))
    for p, state in optimizer.state.items():
        assert all(torch.equal(v, before[id(p)][k]) for k, v in state.items())


def test_whole_steps_are_not_tried(networks):
    """They are the student's, and may count their calls."""
    calls = []
    steps = {f"{who}_step": lambda *_: calls.append(1) or 0.0 for who in "gd"}
    Run(*networks(), ring(), Settings(loss="hinge", **steps))
    assert calls == []


def test_a_batch_of_one_and_batch_norm_are_told_apart(networks):
    generator = nn.Sequential(nn.Linear(2, 8), nn.BatchNorm1d(8), nn.ReLU(), nn.Linear(8, 2))
    with pytest.raises(SetupError, match="give batch_size= of at least 2, or take the batch norm") as caught:
        train(generator, mlp(2, 1), ring(), loss="hinge", batch_size=1, progress=False)
    assert "\n" not in str(caught.value)


def test_a_batch_of_one_trains_without_batch_norm(quick):
    assert quick(batch_size=1).history.steps == 5


def test_the_first_batch_is_as_large_as_all_others(quick):
    """Labels of a fixed size are no fault where every batch has that size."""
    ones = torch.ones(32, 1)
    loss = nn.BCEWithLogitsLoss()
    quick(
        batch_size=32, d_loss=lambda r, f: loss(r, ones) + loss(f, 0 * ones), g_loss=lambda f: loss(f, ones)
    )


def test_data_of_integers_are_float_in_training():
    pictures = TensorData(torch.randint(0, 255, (20, 2), dtype=torch.uint8))
    assert pictures.x.dtype == torch.float32
