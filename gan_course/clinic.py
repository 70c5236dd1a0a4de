"""Runs that went wrong, for the clinics of the lessons: what they show is drawn, what is wrong stands here.

Each function trains with one fault in the code, and draws what somebody would see who has the curves and the
samples and not the code. Who reads on reads the answers to closing questions.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from gan_course.data import TensorData, digits, ring
from gan_course.openings import Judge, Painter, mlp
from gan_course.plots.style import DISCRIMINATOR, FAKE, OPTIMAL, REAL
from gan_course.seeding import random_state_kept
from gan_course.training import R1, train
from gan_course.training.penalties import slopes

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def _kept(function: Callable[[int], Any]) -> Callable[[int], Any]:
    """Run with the global random numbers seeded, and leave them as they were."""

    def seeded(seed: int = 0) -> Any:
        with random_state_kept():
            torch.manual_seed(seed)
            return function(seed)

    return seeded


@_kept
def a_run_on_the_ring(seed: int) -> Figure:
    """Draw a run on the ring that does not get anywhere."""
    from gan_course import plots

    target, moments = ring(), (0, 150, 400)
    seen: dict[int, Tensor] = {}
    g, d = mlp(2, 128, 128, 2), mlp(2, 128, 128, 1)
    g_optimizer = torch.optim.SGD(g.parameters(), 0.05, momentum=0.5)
    d_optimizer = torch.optim.Adam(d.parameters(), 1e-3, fused=True)
    right, pulls = [], []
    for step in range(moments[-1] + 1):
        if step in moments:
            seen[step] = g(torch.randn(500, 2)).detach()
        for _ in range(300 if step == 0 else 2):
            real, fake = target.sample(128), g(torch.randn(128, 2)).detach()
            _down(d_optimizer, F.softplus(-d(real)).mean() + F.softplus(d(fake)).mean())
        logits = d(g(torch.randn(128, 2)))
        _down(g_optimizer, -F.softplus(logits).mean())
        pulls.append(
            float(torch.cat([p.grad.flatten() for p in g.parameters() if p.grad is not None]).norm())
        )
        right.append(50 * float((d(real) > 0).float().mean() + (logits <= 0).float().mean()))
    figure, axes = plots.figure(1, 5, 2.5, 2.5)
    for ax, (step, x) in zip(axes, seen.items(), strict=False):
        ax.scatter(*target.modes.T, marker="x", color="#888888", s=30)
        ax.scatter(*x.T, s=4, color=FAKE, alpha=0.5, linewidths=0)
        ax.set(xlim=(-3, 3), ylim=(-3, 3), aspect="equal", xticks=[], yticks=[])
        ax.set_title(f"{step} iterations")
    axes[3].plot(right, color=DISCRIMINATOR, linewidth=1)
    axes[3].axhline(50, color=OPTIMAL, linestyle="--", linewidth=1)
    axes[3].set(ylim=(0, 103), xlabel="iteration", title="D is right, in %")
    axes[4].plot(pulls, color=FAKE, linewidth=1)
    axes[4].set(yscale="log", xlabel="iteration", title="length of G's gradient")
    return figure  # type: ignore[no-any-return]


@_kept
def a_run_of_a_critic(seed: int) -> Figure:
    """Draw a Wasserstein run between two clouds whose bill runs away, though its loss has a penalty."""
    from scipy.optimize import linear_sum_assignment

    from gan_course import plots

    g, f = mlp(2, 64, 64, 2), mlp(2, 64, 64, 1)
    g_optimizer, f_optimizer = (
        torch.optim.Adam(n.parameters(), 1e-3, betas=(0.5, 0.9), fused=True) for n in (g, f)
    )
    bills, prices, steps, distances = [], [], [], []
    for step in range(300):
        for _ in range(5):
            real = torch.tensor([6.0, 0.0]) + 0.3 * torch.randn(64, 2)
            fake = g(torch.randn(64, 2)).detach()
            between = torch.lerp(fake, real, torch.rand(64, 1)).requires_grad_()
            price = (slopes(f(between), between).detach().norm(dim=1) - 1).square().mean()
            bill = f(fake).mean() - f(real).mean()
            _down(f_optimizer, bill + 10 * price)
        _down(g_optimizer, -f(g(torch.randn(64, 2))).mean())
        bills.append(-bill.item())
        prices.append(10 * price.item())
        if step % 20 == 0:
            cost = torch.cdist(real, g(torch.randn(64, 2)).detach())
            steps.append(step)
            distances.append(float(cost[linear_sum_assignment(cost)].mean()))
    figure, axes = plots.figure(1, 2, 4.2, 2.7)
    axes[0].plot(bills, color=DISCRIMINATOR, label="what the critic's loss says")
    axes[0].plot(steps, distances, "o-", color=OPTIMAL, markersize=3, label="the distance")
    axes[0].set(yscale="symlog", xlabel="iteration", title="bill and distance")
    axes[1].plot(prices, color=FAKE)
    axes[1].set(yscale="log", xlabel="iteration", title="the penalty in the critic's loss, λ = 10")
    axes[0].legend(fontsize=8)
    return figure  # type: ignore[no-any-return]


@_kept
def a_run_on_pictures(seed: int) -> Figure:
    """Draw a run of a DCGAN whose D is never fooled: pictures as D is shown them, D's accuracy, pixels."""
    from gan_course import plots

    data = digits(16)
    shown = data.x / 2 + 0.5
    latent = 24
    g = nn.Sequential(
        nn.Linear(latent, 512), nn.Unflatten(1, (32, 4, 4)), nn.BatchNorm2d(32), nn.ReLU(),
        nn.ConvTranspose2d(32, 16, 4, 2, 1), nn.BatchNorm2d(16), nn.ReLU(),
        nn.ConvTranspose2d(16, 1, 4, 2, 1), nn.Tanh(),
    )  # fmt: skip
    d = nn.Sequential(
        nn.Conv2d(1, 16, 4, 2, 1), nn.LeakyReLU(0.2), nn.Conv2d(16, 32, 4, 2, 1), nn.BatchNorm2d(32),
        nn.LeakyReLU(0.2), nn.Flatten(), nn.Linear(512, 1),
    )  # fmt: skip
    g_optimizer, d_optimizer = (
        torch.optim.Adam(n.parameters(), 1e-3, betas=(0.5, 0.999), fused=True) for n in (g, d)
    )
    right = []
    for _ in range(120):
        real, fake = shown[torch.randint(len(shown), (64,))], g(torch.randn(64, latent))
        on_real, on_fake = d(real), d(fake.detach())
        right.append(50 * float((on_real > 0).float().mean() + (on_fake <= 0).float().mean()))
        _down(d_optimizer, F.softplus(-on_real).mean() + F.softplus(on_fake).mean())
        _down(g_optimizer, F.softplus(-d(fake)).mean())
    figure, axes = plots.figure(1, 4, 2.8, 2.6)
    for ax, (name, x) in zip(
        axes, {"real, as D sees it": real, "fakes": fake.detach()}.items(), strict=False
    ):
        plots.images(x[:16], columns=4, value_range=(-1, 1), ax=ax, title=name)
    axes[2].plot(right, color=DISCRIMINATOR)
    axes[2].set(ylim=(0, 103), xlabel="iteration", title="D is right, in %")
    for name, x, colour in (("real", real, REAL), ("fakes", fake.detach(), FAKE)):
        axes[3].hist(x.flatten(), bins=40, range=(-1, 1), color=colour, alpha=0.6, label=name)
    axes[3].set(yscale="log", xlabel="black −1, white 1", title="pixels of a batch")
    axes[3].legend(fontsize=8)
    return figure  # type: ignore[no-any-return]


@_kept
def a_run_with_labels(seed: int) -> Figure:
    """Draw what a conditional run makes of ten orders, a row each, and what a classifier reads in them."""
    from gan_course import plots
    from gan_course.metrics import train_classifier

    data, latent, columns = digits(16, flat=True), 16, 10
    assert data.y is not None
    run = train(
        Painter(nn.Sequential(mlp(latent + 10, 256, 256, 256), nn.Tanh())),
        Judge(nn.Sequential(mlp(256, 256, 256, 128), nn.LeakyReLU(0.2)), 128),
        TensorData(data.x, (data.y + 1) % 10),
        loss="non_saturating", labels=True, latent_dim=latent, steps=600, batch_size=64, lr=1e-3,
        betas=(0.5, 0.99), decay=0.05, average=0.99, penalty=R1(0.1), penalty_every=4, seed=seed,
        progress=False,
    )  # fmt: skip
    ordered = torch.arange(10).repeat_interleave(50)
    with torch.no_grad():
        drawn = (run.averaged or run.generator)(torch.randn(50, latent).repeat(10, 1), ordered)
    read = train_classifier(digits(16), steps=200).predict(drawn.reshape(-1, 1, 16, 16))
    table = torch.zeros(10, 10).index_put_((ordered, read), torch.ones(()), accumulate=True) / 50
    figure, axes = plots.figure(1, 2, 4.4, 3.6)
    sheet = drawn.reshape(10, 50, -1)[:, :columns].flatten(0, 1)
    plots.images(sheet, columns=columns, value_range=(-1, 1), ax=axes[0], title="rows: ordered 0 to 9")
    axes[1].imshow(table, cmap="Blues", vmin=0, vmax=1)
    axes[1].set(
        xlabel="what a classifier reads", ylabel="what was ordered", xticks=range(10), yticks=range(10)
    )
    axes[1].set_title("share of 50 samples")
    axes[1].grid(visible=False)
    return figure  # type: ignore[no-any-return]


def _down(optimizer: torch.optim.Optimizer, loss: Tensor) -> None:
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
