import pytest
import torch
from torch import nn

from gan_course.errors import SetupError, UnknownNameError
from gan_course.training.optimizers import NAMES, LinearDecay, make_optimizer


@pytest.fixture
def network():
    return nn.Linear(2, 2)


@pytest.mark.parametrize("name", NAMES)
def test_every_name_makes_an_optimiser_that_moves_the_weights(network, name):
    optimizer = make_optimizer(name, network, 0.1, (0, 0.9), "generator")
    before = network.weight.detach().clone()
    network(torch.ones(1, 2)).sum().backward()
    optimizer.step()
    assert not torch.equal(before, network.weight)


def test_a_recipe_gets_the_parameters(network):
    optimizer = make_optimizer(lambda ps: torch.optim.SGD(ps, lr=0.5), network, 1.0, (0, 0), "generator")
    assert optimizer.param_groups[0]["lr"] == 0.5


def test_an_optimiser_is_taken_as_it_is(network):
    mine = torch.optim.SGD(network.parameters(), lr=0.1)
    assert make_optimizer(mine, network, 1.0, (0, 0), "generator") is mine


def test_bad_choices_are_named(network):
    with pytest.raises(UnknownNameError, match="did you mean 'adam'"):
        make_optimizer("adan", network, 0.1, (0, 0.9), "generator")
    with pytest.raises(SetupError, match="the generator's lr=0 does not fit"):
        make_optimizer("adam", network, 0, (0, 0.9), "generator")
    with pytest.raises(SetupError, match="no trainable parameters"):
        make_optimizer("adam", nn.ReLU(), 0.1, (0, 0.9), "discriminator")


def test_rates_stay_then_fall_in_a_line(network):
    optimizer = torch.optim.SGD(network.parameters(), lr=2.0)
    decay = LinearDecay([optimizer], to=0.1, start=0.5, steps=100)
    assert [round(decay.factor(s), 3) for s in (0, 50, 75, 100, 200)] == [1, 1, 0.55, 0.1, 0.1]
    decay.set(75)
    assert optimizer.param_groups[0]["lr"] == pytest.approx(1.1)
    decay.set(100)
    assert optimizer.param_groups[0]["lr"] == pytest.approx(0.2), "from the first rate, not from the last one"


@pytest.mark.parametrize("shares", [(-0.1, 0.5), (1.1, 0.5), (0.1, 1.0)])
def test_shares_out_of_range_are_refused(network, shares):
    optimizer = torch.optim.SGD(network.parameters(), lr=1.0)
    with pytest.raises(SetupError, match="give shares of 1"):
        LinearDecay([optimizer], *shares, steps=10)
