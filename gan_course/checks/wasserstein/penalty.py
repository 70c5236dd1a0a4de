"""Check of the gradient penalty: on planes whose slope is known, and where the critic is asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor, nn

from gan_course.checks.framework import Report, close, exercise_check, number, one_number
from gan_course.checks.report import CheckEnded
from gan_course.checks.stand_ins import linear
from gan_course.checks.wasserstein.left_alone import ready, unchanged, unwrapped

_N = 12
_REAL_END, _FAKE_END = torch.tensor([2.0, 1.0]), torch.tensor([-1.0, 0.5])
_PLANE_SIGNS = (
    (64.0, "The squared norm was compared with 1. The root belongs to the norm."),
    (
        88.2154,
        "One norm was taken over the whole batch. Each sample has a slope, and a norm, of its own.",
    ),
    (9.0, "This pulls the slope towards 0. The best critic has slope 1."),
    (2.0, "The distance of the norm from 1 is to be squared."),
    (-4.0, "The sign is turned round: a penalty is smallest where every norm is 1."),
    (40.0, "A factor of 10 is inside. The weight λ is the caller's business."),
    (4.0 * _N, "The squares were summed over the batch. An expectation is an average."),
)


class _Asked(nn.Module):
    """A critic that remembers where it was asked."""

    def __init__(self, critic: nn.Module) -> None:
        super().__init__()
        self.critic = critic
        self.at: list[Tensor] = []

    def forward(self, x: Tensor) -> Tensor:
        self.at.append(unwrapped(x).detach().clone())
        out: Tensor = self.critic(x)
        return out


class _Bowl(nn.Module):
    """f(x) = ½‖x‖², whose slope at x is x."""

    def forward(self, x: Tensor) -> Tensor:
        return x.square().sum(dim=-1) / 2


@exercise_check
def gradient_penalty(report: Report, answer: Callable[..., Any]) -> None:
    """Check the number on a plane, for images, where the slope is measured, and that it trains the critic."""
    plane = linear([[2.0, 1.0, -2.0]], [0.5])  # slope (2, 1, −2), of length 3
    real, fake = torch.randn(_N, 3) + 4, torch.randn(_N, 3) - 4
    value = one_number(report, report.call(answer, plane, real.clone(), fake.clone()))
    teach = next((t for v, t in _PLANE_SIGNS if close(value, v, 0.01)), "")
    report.expect(
        close(value, 4.0),
        "a plane of slope 3 costs (3 − 1)² = 4, whatever the samples",
        f"a plane of slope 3, 12 samples: yours {number(value)}, wanted 4.0000",
        teach or "On a plane the slope is the same everywhere: its norm, minus 1, squared.",
    )
    _images(report, answer)
    _bowl(report, answer)
    _places(report, answer)
    _trains(report, answer)
    unchanged(report, answer, plane, real, fake)
    ready(report, plane)


def _images(report: Report, answer: Callable[..., Any]) -> None:
    weights = torch.full((8,), 1.0)  # (2, 2, 2) pixels, slope of length √8
    critic = nn.Sequential(nn.Flatten(), linear([weights.tolist()], [0.0]))
    value = one_number(report, report.call(answer, critic, torch.ones(5, 2, 2, 2), torch.zeros(5, 2, 2, 2)))
    wanted = (8**0.5 - 1) ** 2
    teach = "The slope of one image has the shape (C, H, W): all of it belongs under one root."
    if close(value, (2**0.5 - 1) ** 2):
        teach = "Your norm runs over one dimension only, such as the channels. " + teach
    report.expect(
        close(value, wanted),
        "images: one norm over channels, rows and columns",
        f"images of 8 pixels with slope 1 in each: yours {number(value)}, wanted {number(wanted)}",
        teach,
    )


def _bowl(report: Report, answer: Callable[..., Any]) -> None:
    """On the bowl ½‖x‖² the slope at x̂ is x̂ itself, so every sample has another norm."""
    critic = _Asked(_Bowl())
    value = one_number(report, report.call(answer, critic, torch.randn(32, 2) + 2, torch.randn(32, 2) - 2))
    asked = torch.cat([x.reshape(-1, 2) for x in critic.at])[-32:] if critic.at else torch.zeros(32, 2)
    norm = asked.norm(dim=1)
    wanted = float((norm - 1).square().mean())
    teach = "Each sample's norm is compared with 1 and squared; then comes the average."
    if close(value, float((norm.mean() - 1) ** 2)):
        teach = "The norms were averaged first: a slope of 0 does not make up for a slope of 2. " + teach
    elif close(value, float(torch.relu(norm - 1).square().mean())):
        teach = "Only slopes above 1 were punished. The formula asks for 1, neither more nor less."
    report.expect(
        close(value, wanted),
        "on a bowl, where every slope is another: compared one by one, then averaged",
        f"on a bowl, where every slope is another: yours {number(value)}, wanted {number(wanted)}",
        teach,
    )


def _places(report: Report, answer: Callable[..., Any]) -> None:
    """All real samples at one point and all fakes at another: x̂ must lie on the line between them."""
    n = 200
    critic = _Asked(linear([[1.0, 0.5]], [0.0]))
    seen = []
    for _ in range(2):
        critic.at.clear()
        report.call(answer, critic, _REAL_END.expand(n, 2).clone(), _FAKE_END.expand(n, 2).clone())
        seen.append(torch.cat([x.reshape(-1, 2) for x in critic.at])[-n:] if critic.at else torch.empty(0, 2))
    first, second = seen
    if len(first) != n:
        report.failed(
            f"the critic was asked at {len(first)} points, wanted {n}, one a line",
            "x̂ goes through the critic: the slope is taken of its answer there.",
        )
        raise CheckEnded
    shares = (first - _FAKE_END) / (_REAL_END - _FAKE_END)
    epsilon = shares[:, 0]
    if not close(epsilon, shares[:, 1]):
        text = "x̂ does not lie on the line from fake to real"
        teach = "One ε for a sample, shared by all its numbers, and shares that add up to 1."
    elif float(epsilon.min()) < -1e-6 or float(epsilon.max()) > 1 + 1e-6:
        text, teach = "some x̂ lie beyond the ends of the line", "ε is uniform on [0, 1]."
    elif float(epsilon.max() - epsilon.min()) < 1e-6:
        text = f"all {n} samples were measured at the same place of their lines, ε = {number(epsilon[0], 2)}"
        teach = "Each line gets a random place of its own. How many random numbers do N samples need?"
    elif torch.equal(first, second):
        text, teach = "a second call measured at the same places", "Draw ε inside, and set no seed there."
    elif abs(float(epsilon.mean()) - 0.5) > 0.12 or abs(float(epsilon.std()) - 0.289) > 0.06:
        text, teach = "the places are not spread evenly over the line", "ε is uniform on [0, 1]."
    else:
        report.passed("x̂ lies between fake and real, at a random place of its own for each sample")
        return
    report.failed(text, teach)


def _trains(report: Report, answer: Callable[..., Any]) -> None:
    critic = linear([[2.0, 1.0, -2.0]], [0.5])
    value = report.call(answer, critic, torch.ones(4, 3), torch.zeros(4, 3))
    slope = None
    if isinstance(value, Tensor) and value.requires_grad and critic.weight.requires_grad:
        (slope,) = torch.autograd.grad(value.sum(), [critic.weight], allow_unused=True)
    # (‖w‖ − 1)² has the slope 2(‖w‖ − 1)·w/‖w‖ in w.
    wanted = 4 * torch.tensor([[2.0, 1.0, -2.0]]) / 3
    report.expect(
        slope is not None and close(slope, wanted),
        "a gradient reaches the critic's weights: the penalty can train it",
        "no gradient, or not the right one, reaches the critic's weights",
        "The slope must itself be differentiable. What tells autograd to keep the graph of a derivative?",
    )
