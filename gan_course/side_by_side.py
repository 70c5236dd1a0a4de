"""Several small GANs trained side by side on points of the plane, one a seed, for tables over seeds.

Five games cost hardly more than one: every weight gets a first dimension that counts the games, and one
batched product serves them all. The games never meet: losses are added, so each game's gradient is its own,
and Adam steps each number by itself.

Shapes: S games, N samples each, d dimensions.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

import torch
import torch.nn.functional as F
from torch import Tensor, nn
from torch.func import functional_call

from gan_course.data import GaussianMixture
from gan_course.seeding import random_state_kept

GLoss = Callable[[Tensor], Tensor]
_PENALTY_EVERY = 4  # R1 on every fourth step of D, four times as strong: three quarters of its cost saved
_BETAS = (0.0, 0.99)


class Perceptrons(nn.Module):
    """S multilayer perceptrons with two hidden layers, as one module.

    Attributes:
        weights: One tensor a layer, shape (S, inputs, outputs).
        biases: One tensor a layer, shape (S, 1, outputs).
    """

    def __init__(self, seeds: Sequence[int], inputs: int, outputs: int, hidden: int) -> None:
        """Draw each network's start from its own seed, as ``nn.Linear`` does."""
        super().__init__()
        widths = [(inputs, hidden), (hidden, hidden), (hidden, outputs)]
        sources = [torch.Generator().manual_seed(seed) for seed in seeds]
        self.weights, self.biases = nn.ParameterList(), nn.ParameterList()
        for before, after in widths:
            for kept, rows in ((self.weights, before), (self.biases, 1)):
                drawn = [2 * torch.rand(rows, after, generator=source) - 1 for source in sources]
                kept.append(nn.Parameter(torch.stack(drawn) / math.sqrt(before)))

    def forward(self, x: Tensor) -> Tensor:
        """Map (S, N, inputs) to (S, N, outputs)."""
        last = len(self.weights) - 1
        for i, (weight, bias) in enumerate(zip(self.weights, self.biases, strict=True)):
            x = torch.baddbmm(bias, x, weight)
            x = x if i == last else torch.relu(x)
        return x


@dataclass
class Games:
    """S games after training.

    Attributes:
        generators: The S generators; with averaging switched on, those of the averaged weights.
        discriminators: The S discriminators.
        seen: Samples at the iterations that ``look_at`` named, shape (S, n, d) each.
        accuracy: At the same iterations, how often each D was right, shape (S,).
    """

    generators: Perceptrons
    discriminators: Perceptrons
    seen: dict[int, Tensor] = field(default_factory=dict)
    accuracy: dict[int, Tensor] = field(default_factory=dict)

    def sample(self, n: int, seed: int = 0) -> Tensor:
        """Draw n samples from every generator, shape (S, n, d)."""
        return _sample(self.generators, None, n, seed)


def play(
    target: GaussianMixture,
    *,
    seeds: Iterable[int] = range(5),
    steps: int = 2000,
    g_loss: GLoss | None = None,
    g_lr: float = 2e-3,
    d_lr: float = 2e-3,
    r1: float = 0.0,
    decay: float = 1.0,
    average: float = 0.0,
    look_at: Iterable[int] = (),
    show: int = 1000,
    batch: int = 64,
    hidden: int = 128,
) -> Games:
    """Train one GAN a seed, all at once, alternating one step of D and one of G (Adam, β = (0, 0.99)).

    Args:
        target: Where the data come from.
        seeds: One game each.
        steps: Iterations.
        g_loss: From the fake logits of one game, shape (N,), to a scalar; non-saturating if left out.
        g_lr: Learning rate of the generators.
        d_lr: Learning rate of the discriminators.
        r1: γ of the penalty γ/2 · mean ‖∇D(x)‖² on real samples (Mescheder et al., 2018); 0 for none.
        decay: Share of both learning rates left at the end; they fall linearly over the second half.
        average: Decay of the running average of G's weights, such as 0.995; 0 for none.
        look_at: Iterations after which samples and D's accuracy are kept.
        show: Samples kept at each of them.
        batch: Real samples, and as many fakes, a step.
        hidden: Width of the two hidden layers.

    Returns:
        The games after the last iteration.
    """
    starts = list(seeds)
    moments = set(look_at)
    with random_state_kept():
        torch.manual_seed(sum(seed * 31**i for i, seed in enumerate(starts)) % 2**31)
        g = Perceptrons([2 * s for s in starts], 2, target.dim, hidden)
        d = Perceptrons([2 * s + 1 for s in starts], target.dim, 1, hidden)
        games = Games(g, d)
        optimizers = [
            torch.optim.Adam(net.parameters(), rate, betas=_BETAS, fused=True)
            for net, rate in ((g, g_lr), (d, d_lr))
        ]
        mean = [p.detach().clone() for p in g.parameters()] if average else None
        for step in range(1, steps + 1):
            share = 1 - (1 - decay) * max(0.0, 2 * (step - 1) / steps - 1)
            for optimizer, rate in zip(optimizers, (g_lr, d_lr), strict=True):
                optimizer.param_groups[0]["lr"] = rate * share
            penalty = r1 * _PENALTY_EVERY if step % _PENALTY_EVERY == 0 else 0.0
            real = target.sample(len(starts) * batch).view(len(starts), batch, -1)
            _d_step(g, d, optimizers[1], real, penalty)
            _g_step(g, d, optimizers[0], batch, g_loss)
            if mean is not None:
                torch._foreach_lerp_(mean, [p.detach() for p in g.parameters()], 1 - average)
            if step in moments:
                games.seen[step] = _sample(g, mean, show, step)
                games.accuracy[step] = _accuracy(d, target, games.seen[step])
    if mean is not None:
        for parameter, averaged in zip(g.parameters(), mean, strict=True):
            parameter.data = averaged
    return games


def _d_step(
    g: Perceptrons, d: Perceptrons, optimizer: torch.optim.Optimizer, real: Tensor, penalty: float
) -> None:
    with torch.no_grad():
        fake = g(torch.randn(*real.shape[:2], 2))
    real.requires_grad_(penalty > 0)
    on_real, on_fake = d(torch.cat([real, fake], dim=1)).squeeze(-1).chunk(2, dim=1)
    loss = (F.softplus(-on_real) + F.softplus(on_fake)).mean(dim=1).sum()
    if penalty > 0:
        (slope,) = torch.autograd.grad(on_real.sum(), real, create_graph=True)
        loss = loss + penalty / 2 * slope.square().sum(dim=2).mean(dim=1).sum()
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()


def _g_step(
    g: Perceptrons, d: Perceptrons, optimizer: torch.optim.Optimizer, batch: int, g_loss: GLoss | None
) -> None:
    d.requires_grad_(False)  # D's weights are held constant, and their gradients need not be computed
    logits = d(g(torch.randn(len(g.weights[0]), batch, 2))).squeeze(-1)
    if g_loss is None:
        loss = F.softplus(-logits).mean(dim=1).sum()
    else:
        loss = torch.stack([g_loss(row) for row in logits]).sum()
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    d.requires_grad_(True)


@torch.no_grad()
def _sample(g: Perceptrons, mean: list[Tensor] | None, n: int, seed: int) -> Tensor:
    z = torch.randn(len(g.weights[0]), n, 2, generator=torch.Generator().manual_seed(seed))
    names = [name for name, _ in g.named_parameters()]
    weights = {} if mean is None else dict(zip(names, mean, strict=True))
    made: Tensor = functional_call(g, weights, (z,))
    return made


@torch.no_grad()
def _accuracy(d: Perceptrons, target: GaussianMixture, fake: Tensor) -> Tensor:
    own = torch.Generator().manual_seed(0)  # looking must not move the run's random numbers
    real = target.sample(fake.shape[1], own).expand(len(fake), -1, -1)
    on_real, on_fake = d(real).squeeze(-1), d(fake).squeeze(-1)
    right: Tensor = (on_real > 0).float().mean(dim=1) + (on_fake <= 0).float().mean(dim=1)
    return right / 2
