"""Several games at once are as many games, one a seed."""

from __future__ import annotations

import pytest
import torch
from torch import nn

from gan_course.data import ring
from gan_course.side_by_side import Perceptrons, _d_step, play

SHORT = {"steps": 12, "hidden": 16, "batch": 8}


def _single(nets: Perceptrons, game: int) -> nn.Sequential:
    """One of the networks as ordinary layers."""
    layers: list[nn.Module] = []
    for weight, bias in zip(nets.weights, nets.biases, strict=True):
        layer = nn.Linear(weight.shape[1], weight.shape[2])
        layer.weight.data, layer.bias.data = weight[game].T.detach().clone(), bias[game, 0].detach().clone()
        layers += [layer, nn.ReLU()]
    return nn.Sequential(*layers[:-1])


def test_each_network_is_an_ordinary_perceptron():
    nets, x = Perceptrons([3, 4], 2, 1, hidden=8), torch.randn(2, 5, 2)
    out = nets(x)
    assert out.shape == (2, 5, 1)
    for game in range(2):
        torch.testing.assert_close(out[game], _single(nets, game)(x[game]))


def test_a_network_depends_on_its_own_seed_alone():
    alone, together = Perceptrons([7], 2, 2, 8), Perceptrons([1, 7, 2], 2, 2, 8)
    assert torch.equal(alone.weights[1][0], together.weights[1][1])


def test_the_penalty_is_r1_at_the_real_samples():
    """One step of plain gradient descent moves D as the formula says."""
    torch.manual_seed(0)
    g, d = Perceptrons([1], 2, 2, 8), Perceptrons([2], 2, 1, 8)
    real, single = torch.randn(1, 6, 2), _single(d, 0)
    optimizer = torch.optim.SGD(d.parameters(), lr=0.1)
    state = torch.get_rng_state()
    _d_step(g, d, optimizer, real.clone(), penalty=3.0)
    torch.set_rng_state(state)
    fake = g(torch.randn(1, 6, 2))[0].detach()
    x = real[0].clone().requires_grad_()
    a, b = single(x), single(fake)
    (slope,) = torch.autograd.grad(a.sum(), x, create_graph=True)
    loss = nn.functional.softplus(-a).mean() + nn.functional.softplus(b).mean()
    (loss + 1.5 * slope.square().sum(dim=1).mean()).backward()
    with torch.no_grad():
        for parameter in single.parameters():
            parameter -= 0.1 * parameter.grad
    torch.testing.assert_close(_single(d, 0)(real[0]), single(real[0]))


def test_the_same_seeds_play_the_same_games_and_leave_the_random_state_alone():
    torch.manual_seed(5)
    before = torch.get_rng_state()
    one, two = (play(ring(), seeds=[3, 4], **SHORT).sample(6) for _ in range(2))
    assert torch.equal(one, two)
    assert torch.equal(before, torch.get_rng_state())
    assert one.shape == (2, 6, 2)


def test_a_loss_is_called_once_a_game_on_its_own_logits():
    seen = []

    def g_loss(logits):
        seen.append(logits.shape)
        return -logits.mean()

    play(ring(), seeds=range(3), g_loss=g_loss, **SHORT)
    assert seen == [(8,)] * 3 * 12


def test_what_is_looked_at_is_kept():
    games = play(ring(), seeds=range(2), look_at=(4, 12), show=5, **SHORT)
    assert list(games.seen) == [4, 12]
    assert games.seen[4].shape == (2, 5, 2)
    assert games.accuracy[12].shape == (2,)
    assert 0 <= float(games.accuracy[12].min()) <= float(games.accuracy[12].max()) <= 1


def test_looking_changes_nothing():
    looked = play(ring(), seeds=[0], look_at=range(1, 13), **SHORT)
    assert torch.equal(looked.sample(4), play(ring(), seeds=[0], **SHORT).sample(4))


def test_rates_fall_over_the_second_half():
    """With no rate left at the end, a run of twice the length has hardly moved in its last step."""
    steady, falling = (play(ring(), seeds=[0], decay=d, **SHORT).sample(50) for d in (1.0, 0.0))
    assert not torch.equal(steady, falling)


@pytest.mark.parametrize("average", [0.5, 0.99])
def test_an_average_stays_behind(average):
    """The averaged generator is nearer to the start than the last one."""
    start = Perceptrons([0], 2, 2, 16)
    last = play(ring(), seeds=[0], **SHORT).generators
    mean = play(ring(), seeds=[0], average=average, **SHORT).generators
    far = [float((n.weights[1] - start.weights[1]).detach().norm()) for n in (mean, last)]
    assert 0 < far[0] < far[1]
