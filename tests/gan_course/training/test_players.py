"""Who moves, by how much, and that the shortcuts for speed change nothing."""

import copy

import pytest
import torch
from torch import nn

from gan_course.errors import SetupError
from gan_course.training.loss_pairs import losses
from gan_course.training.penalties import R1, GradientPenalty
from gan_course.training.players import Backward, DiscriminatorPlayer, GeneratorPlayer

from .conftest import mlp, same, weights

CPU = torch.device("cpu")
PAIR = losses("non_saturating")


def noise(n):
    return torch.linspace(-1, 1, 2 * n).reshape(n, 2)  # the same each time: the oracle below needs it


@pytest.fixture
def game(networks):
    generator, discriminator = networks()
    return generator, discriminator, torch.linspace(-2, 2, 14).reshape(7, 2)


def d_player(generator, discriminator, **options):
    sgd = torch.optim.SGD(discriminator.parameters(), lr=0.1)
    backward = Backward(CPU, clip=options.pop("clip", None))
    loss = options.pop("loss", PAIR.d)
    return DiscriminatorPlayer(generator, discriminator, sgd, loss, noise, backward, **options)


@pytest.mark.parametrize("together", [True, False])
def test_d_step_equals_the_step_written_out_by_hand(game, together):
    generator, discriminator, real = game
    by_hand = copy.deepcopy(discriminator)
    loss = PAIR.d(by_hand(real), by_hand(generator(noise(7)).detach()))
    gradients = torch.autograd.grad(loss, list(by_hand.parameters()))
    wanted = [p - 0.1 * g for p, g in zip(by_hand.parameters(), gradients, strict=True)]
    before = weights(generator)

    value = d_player(generator, discriminator, together=together)(real)

    torch.testing.assert_close(list(discriminator.parameters()), wanted)
    torch.testing.assert_close(value, loss.detach())
    assert same(before, weights(generator)), "D's step must hold G constant"


def test_g_step_equals_the_step_written_out_by_hand(game):
    generator, discriminator, _ = game
    by_hand = copy.deepcopy(generator)
    loss = PAIR.g(discriminator(by_hand(noise(7))))
    gradients = torch.autograd.grad(loss, list(by_hand.parameters()))
    wanted = [p - 0.1 * g for p, g in zip(by_hand.parameters(), gradients, strict=True)]
    before = weights(discriminator)

    sgd = torch.optim.SGD(generator.parameters(), lr=0.1)
    GeneratorPlayer(generator, discriminator, sgd, PAIR.g, noise, Backward(CPU))(7)

    torch.testing.assert_close(list(generator.parameters()), wanted)
    assert same(before, weights(discriminator)), "G's step must hold D constant"
    assert all(p.requires_grad for p in discriminator.parameters()), "D must be trainable afterwards"
    assert all(p.grad is None for p in discriminator.parameters()), "G's step leaves no gradients on D"


def test_shared_fakes_give_the_steps_on_the_same_noise(game):
    """With noise that is the same each time, reusing fakes must change nothing at all."""
    generator, discriminator, real = game
    other_g, other_d = copy.deepcopy(generator), copy.deepcopy(discriminator)

    def players(g, d):
        sgd = torch.optim.SGD(g.parameters(), lr=0.1)
        return d_player(g, d), GeneratorPlayer(g, d, sgd, PAIR.g, noise, Backward(CPU))

    first, second = players(generator, discriminator)
    first(real)
    second(7)
    first, second = players(other_g, other_d)
    fake = second.fakes(7)
    first(real, None, fake)
    second(7, None, fake)
    torch.testing.assert_close(weights(generator), weights(other_g))
    torch.testing.assert_close(weights(discriminator), weights(other_d))


def test_d_is_trainable_again_after_a_g_step_that_failed(game):
    generator, discriminator, _ = game

    def broken(logits):
        raise RuntimeError("student's bug")

    player = GeneratorPlayer(
        generator, discriminator, torch.optim.SGD(generator.parameters()), broken, noise, Backward(CPU)
    )
    with pytest.raises(RuntimeError, match="student's bug"):
        player(4)
    assert all(p.requires_grad for p in discriminator.parameters())


def test_frozen_layers_of_d_stay_frozen(game):
    """A D whose first layer the user froze must not be thawed by G's step."""
    generator, discriminator, _ = game
    discriminator[0].requires_grad_(False)
    sgd = torch.optim.SGD(generator.parameters(), lr=0.1)
    GeneratorPlayer(generator, discriminator, sgd, PAIR.g, noise, Backward(CPU))(4)
    assert not discriminator[0].weight.requires_grad
    assert discriminator[2].weight.requires_grad


def test_r1_in_one_pass_equals_r1_as_a_function(game):
    """The shortcut that reuses D's logits must give the gradients of the plain penalty."""
    generator, discriminator, real = game
    plain = copy.deepcopy(discriminator)
    r1 = R1(3.0)
    d_player(generator, discriminator, penalty=r1)(real)
    d_player(generator, plain, penalty=lambda d, x, fake: r1(d, x, fake), together=False)(real)
    torch.testing.assert_close(weights(discriminator), weights(plain))


def test_a_lazy_penalty_comes_seldom_and_stronger(game):
    generator, discriminator, real = game
    calls = []

    def penalty(d, x, fake):
        calls.append(1)
        return d(x).sum() * 0

    player = d_player(generator, discriminator, penalty=penalty, penalty_every=4)
    for _ in range(8):
        player(real)
    assert len(calls) == 2
    assert player._penalty(real, real, None, None).item() == 0

    player.penalty = lambda d, x, fake: torch.tensor(1.5)
    assert float(player._penalty(real, real, None, None)) == 6.0


def test_weights_are_clipped_after_the_step(game):
    generator, discriminator, real = game
    d_player(generator, discriminator, clip_weights=0.01)(real)
    assert max(float(p.detach().abs().max()) for p in discriminator.parameters()) <= 0.01


def test_gradients_are_clipped_before_the_step(game):
    generator, discriminator, real = game
    before = weights(discriminator)
    d_player(generator, discriminator, clip=1e-3, loss=lambda r, f: 1e4 * PAIR.d(r, f))(real)
    moved = torch.cat([(a - b).flatten() for a, b in zip(before, weights(discriminator), strict=True)])
    assert float(moved.norm()) == pytest.approx(0.1 * 1e-3, rel=1e-2)


def test_labels_reach_both_networks():
    seen = []

    class Conditional(nn.Module):
        def __init__(self, outputs):
            super().__init__()
            self.net = mlp(2, outputs)

        def forward(self, x, y):
            seen.append(y.clone())
            return self.net(x)

    generator, discriminator = Conditional(2), Conditional(1)
    player = d_player(generator, discriminator, penalty=GradientPenalty(1.0))
    player(torch.zeros(3, 2), torch.tensor([0, 1, 2]))
    assert [len(y) for y in seen] == [3, 6, 3]  # G, D on both halves, D for the penalty


def test_fp16_without_cuda_is_refused():
    with pytest.raises(SetupError, match="needs a CUDA GPU"):
        Backward(CPU, "fp16")


def test_bf16_computes_in_bf16(game):
    generator, discriminator, real = game
    kinds = []

    def loss(real_logits, fake_logits):
        kinds.append(real_logits.dtype)
        return PAIR.d(real_logits, fake_logits)

    sgd = torch.optim.SGD(discriminator.parameters(), lr=0.1)
    player = DiscriminatorPlayer(generator, discriminator, sgd, loss, noise, Backward(CPU, "bf16"))
    assert torch.isfinite(player(real))
    assert kinds == [torch.bfloat16]
    assert discriminator[0].weight.dtype == torch.float32


@pytest.mark.parametrize(("native", "expected"), [(True, "bf16"), (False, "fp32")])
def test_auto_takes_bf16_only_where_it_is_native(monkeypatch, native, expected):
    monkeypatch.setattr("gan_course.training.players.multiplies_bf16", lambda _device: native)
    assert Backward(CPU, "auto").precision == expected
