"""A graph from before the other network's step is an error under every optimiser, fused or not."""

import traceback

import pytest
import torch
from torch.nn import functional as F

from gan_course.errors import SetupError
from gan_course.training import guarded
from gan_course.training.optimizers import NAMES
from gan_course.widgets.engine.optimizers import OPTIMIZERS
from gan_course.widgets.engine.optimizers import make_optimizer as explorers_optimizer

from .conftest import mlp

KEPT = {}


def d_step(generator, discriminator, d_optimizer, real, noise, d_loss):
    fake = generator(noise(len(real)))
    KEPT["logits"] = discriminator(fake)  # the mistake: G's step will use D as it was before it moved
    loss = F.softplus(-discriminator(real)).mean() + F.softplus(discriminator(fake.detach())).mean()
    d_optimizer.zero_grad()
    loss.backward()
    d_optimizer.step()
    return loss.detach()


def g_step(generator, discriminator, g_optimizer, n, noise, g_loss):
    loss = F.softplus(-KEPT["logits"]).mean()
    g_optimizer.zero_grad()
    loss.backward()
    g_optimizer.step()
    return loss.detach()


@pytest.mark.parametrize(
    "optimizer",
    [*NAMES, lambda ps: torch.optim.Adam(ps, fused=True), lambda ps: torch.optim.SGD(ps, 0.1, fused=True)],
)
def test_logits_from_before_ds_step_are_refused(quick, optimizer):
    with pytest.raises(SetupError, match="compute them afresh") as caught:
        quick(d_step=d_step, g_step=g_step, optimizer=optimizer)
    assert str(caught.value).startswith("g_step fails (one of the variables needed for gradient computation")
    assert "\n" not in str(caught.value)
    frames = traceback.extract_tb(caught.value.__cause__.__traceback__)
    assert "g_step" in {frame.name for frame in frames}, "the student's line must stay in sight"


def test_ready_optimisers_are_guarded_too(quick, networks):
    generator, discriminator = pair = networks()
    fused = [torch.optim.Adam(network.parameters(), fused=True) for network in (generator, discriminator)]
    with pytest.raises(SetupError, match="compute them afresh"):
        quick(pair, d_step=d_step, g_step=g_step, g_optimizer=fused[0], d_optimizer=fused[1])


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_explorers_optimisers_are_guarded_too(name):
    network = mlp(2, 1)
    optimizer = explorers_optimizer(name, network, 0.1)
    loss = network(torch.randn(4, 2)).square().mean()
    loss.backward(retain_graph=True)
    optimizer.step()
    with pytest.raises(RuntimeError, match="modified by an inplace operation"):
        loss.backward()


def test_guarding_twice_is_guarding_once():
    optimizer = torch.optim.Adam(mlp(2, 1).parameters(), fused=True)
    assert guarded(guarded(optimizer)) is optimizer
    assert len(optimizer._optimizer_step_post_hooks) == 1
