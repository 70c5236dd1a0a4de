"""The networks and loops the benchmarks compare."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

LATENT = 100


def toy_mlp(inputs: int, outputs: int, hidden: int = 128) -> nn.Sequential:
    """Two hidden layers, as in the papers' ring and grid."""
    return nn.Sequential(
        nn.Linear(inputs, hidden), nn.ReLU(), nn.Linear(hidden, hidden), nn.ReLU(), nn.Linear(hidden, outputs)
    )


def tutorial_generator() -> nn.Sequential:
    """The MLP most tutorials use for MNIST: 128-256-512-1024, batch norm with eps 0.8."""
    layers: list[nn.Module] = [nn.Linear(LATENT, 128), nn.LeakyReLU(0.2)]
    for inputs, outputs in ((128, 256), (256, 512), (512, 1024)):
        layers += [nn.Linear(inputs, outputs), nn.BatchNorm1d(outputs, 0.8), nn.LeakyReLU(0.2)]
    return nn.Sequential(*layers, nn.Linear(1024, 784), nn.Tanh(), nn.Unflatten(1, (1, 28, 28)))


def tutorial_discriminator() -> nn.Sequential:
    """Its discriminator, which ends in logits here; the tutorial's loop adds the sigmoid."""
    return nn.Sequential(
        nn.Flatten(),
        nn.Linear(784, 512),
        nn.LeakyReLU(0.2),
        nn.Linear(512, 256),
        nn.LeakyReLU(0.2),
        nn.Linear(256, 1),
    )


def small_generator(hidden: int = 256) -> nn.Sequential:
    """An MLP that draws digits in seconds."""
    layers: list[nn.Module] = []
    for inputs in (64, hidden):
        layers += [nn.Linear(inputs, hidden), nn.BatchNorm1d(hidden), nn.LeakyReLU(0.2)]
    return nn.Sequential(*layers, nn.Linear(hidden, 784), nn.Tanh(), nn.Unflatten(1, (1, 28, 28)))


def small_discriminator(hidden: int = 256) -> nn.Sequential:
    """Its opponent, held back by dropout: without it G loses digits on the way."""
    layers: list[nn.Module] = [nn.Flatten()]
    for inputs in (784, hidden):
        layers += [nn.Linear(inputs, hidden), nn.LeakyReLU(0.2), nn.Dropout(0.3)]
    return nn.Sequential(*layers, nn.Linear(hidden, 1))


def dcgan_generator(channels: int = 32) -> nn.Sequential:
    """Two transposed convolutions from 7x7 (Radford et al., 2016, made small)."""
    return nn.Sequential(
        nn.Linear(64, channels * 49),
        nn.Unflatten(1, (channels, 7, 7)),
        nn.BatchNorm2d(channels),
        nn.ReLU(),
        nn.ConvTranspose2d(channels, channels // 2, 4, stride=2, padding=1, bias=False),
        nn.BatchNorm2d(channels // 2),
        nn.ReLU(),
        nn.ConvTranspose2d(channels // 2, 1, 4, stride=2, padding=1),
        nn.Tanh(),
    )


def dcgan_discriminator(channels: int = 16) -> nn.Sequential:
    """Two strided convolutions; no batch norm, so that real and fake share one pass."""
    return nn.Sequential(
        nn.Conv2d(1, channels, 4, stride=2, padding=1),
        nn.LeakyReLU(0.2),
        nn.Conv2d(channels, channels * 2, 4, stride=2, padding=1),
        nn.LeakyReLU(0.2),
        nn.Flatten(),
        nn.Linear(channels * 2 * 49, 1),
    )


class BareLoop:
    """What a careful person writes by hand: the library's arithmetic, without the library."""

    def __init__(
        self, generator: nn.Module, discriminator: nn.Module, x: Tensor, latent: int, batch: int, lr: float
    ) -> None:
        self.generator, self.discriminator, self.x = generator, discriminator, x
        self.latent, self.batch = latent, batch
        self.g_optimizer = torch.optim.Adam(generator.parameters(), lr, (0.5, 0.999), fused=True)
        self.d_optimizer = torch.optim.Adam(discriminator.parameters(), lr, (0.5, 0.999), fused=True)
        self.weights = list(discriminator.parameters())
        self.random = torch.Generator(x.device).manual_seed(0)
        self.losses: list[tuple[Tensor, Tensor]] = []

    def __call__(self, steps: int) -> None:
        G, D, n, random, device = self.generator, self.discriminator, self.batch, self.random, self.x.device
        for _ in range(steps):
            real = self.x[torch.randint(len(self.x), (n,), generator=random, device=device)]
            with torch.no_grad():
                fake = G(torch.randn(n, self.latent, generator=random, device=device))
            real_logits, fake_logits = D(torch.cat([real, fake])).split(n)
            d_loss = F.softplus(-real_logits).mean() + F.softplus(fake_logits).mean()
            self.d_optimizer.zero_grad(set_to_none=True)
            d_loss.backward()
            self.d_optimizer.step()

            for p in self.weights:
                p.requires_grad_(False)
            g_loss = F.softplus(-D(G(torch.randn(n, self.latent, generator=random, device=device)))).mean()
            self.g_optimizer.zero_grad(set_to_none=True)
            g_loss.backward()
            self.g_optimizer.step()
            for p in self.weights:
                p.requires_grad_(True)
            self.losses.append((d_loss.detach(), g_loss.detach()))
