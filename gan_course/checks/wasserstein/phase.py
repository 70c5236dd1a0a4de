"""Check of the critic's phase: how many steps, in which order, on which batches, with the penalty."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor, nn

from gan_course.checks.framework import Report, close, exercise_check, number, python_float
from gan_course.checks.stand_ins import Loss, Noise, leave_gradients, linear, snapshot
from gan_course.checks.wasserstein.left_alone import ready

_LR, _OLD = 0.1, 50.0


class _Phase:
    """Everything the phase is handed; each part writes down what happened, in order."""

    def __init__(self) -> None:
        self.g = linear([[1.0, 0.0], [0.5, 2.0]], [0.5, -1.0])
        self.f = linear([[1.0, -0.5]], [0.25])
        self.events: list[str] = []
        self.noise, self.loss = Noise(2), Loss(-1.0, 2.0)
        self.drawn: list[Tensor] = []
        self.given: list[tuple[Tensor, Tensor]] = []
        self.optimizer = torch.optim.SGD(self.f.parameters(), lr=_LR)
        self.optimizer.register_step_post_hook(lambda *_: self.events.append("step"))
        self.values: list[float] = []
        leave_gradients(self.f, _OLD)
        leave_gradients(self.g, _OLD)

    def sample_real(self, n: int = 3) -> Tensor:
        self.drawn.append(torch.arange(6.0).reshape(3, 2) / 3 + len(self.drawn))
        return self.drawn[-1].clone()

    def penalty(self, critic: Callable[[Tensor], Tensor], real: Tensor, fake: Tensor) -> Tensor:
        """Half the squared mean of the critic between real and fake, a penalty with a known slope."""
        self.given.append((real.detach().clone(), fake.detach().clone()))
        rows = min(len(real), len(fake))  # a wrong number of fakes is told elsewhere
        return 0.5 * critic(0.75 * real[:rows] + 0.25 * fake[:rows]).mean() ** 2

    def after_step(self, critic: nn.Module) -> None:
        self.events.append("after" if critic is self.f else "after on another network")

    def call(self, report: Report, answer: Callable[..., Any], n_critic: int) -> Any:
        return report.call(
            answer,
            self.g,
            self.f,
            self.optimizer,
            self.sample_real,
            self.noise,
            self.loss,
            self.penalty,
            self.after_step,
            n_critic,
        )


@exercise_check
def critic_phase(report: Report, answer: Callable[..., Any]) -> None:
    """Check three steps of a linear critic: order, batches, penalty, and where the critic is then."""
    torch.manual_seed(seed := 4321)
    phase = _Phase()
    g_before, f_before = snapshot(phase.g), snapshot(phase.f)
    returned = phase.call(report, answer, 3)
    if not _order(report, phase.events, 3):
        return
    _batches(report, phase, g_before)
    report.expect(
        close(snapshot(phase.g), g_before, 0),
        "G did not move",
        "G moved as well",
        "While the critic trains, G is held constant.",
    )
    _weights(report, phase, f_before, g_before)
    last = phase.loss.seen[-1]
    wanted = float(2 * last[1].mean() - last[0].mean())
    value = python_float(report, returned)
    report.expect(
        close(value, wanted),
        "returns the loss of the last step, without the penalty",
        f"returns {number(value)}, but the last loss without the penalty was {number(wanted)}",
        "Its negative is the critic's estimate of the distance. The penalty is no part of that.",
    )
    ready(report, phase.g, phase.f)
    report.expect(
        torch.initial_seed() == seed,
        "leaves torch's random seed alone",
        "torch's random seed was set",
        "A seed set inside makes every phase draw the same numbers. Seed once, before training.",
    )
    single = _Phase()
    single.call(report, answer, 1)
    _order(report, single.events, 1)


def _order(report: Report, events: list[str], n: int) -> bool:
    wanted = ["step", "after"] * n
    if events == wanted:
        report.passed(f"n_critic = {n}: {n} step{'s' * (n > 1)}, after_step behind each")
        return True
    yours = " ".join(events) or "nothing"
    teach = "n_critic times: one optimiser step, then after_step(critic)."
    if events.count("step") != n:
        teach = f"Your optimiser took {events.count('step')} steps, wanted {n}, one a turn of the loop."
    elif events == ["after", "step"] * n:
        teach = "after_step came before the step, which then had the last word: weights are out of bounds."
    elif events == ["step"] * n + ["after"]:
        teach = "after_step came once, at the end. The bound must hold before every further step."
    elif "after" not in events:
        teach = "after_step(critic) was never called."
    report.failed(f"n_critic = {n}: {yours}; wanted {' '.join(wanted)}", teach)
    return False


def _batches(report: Report, phase: _Phase, g_before: Tensor) -> None:
    report.expect(
        len(phase.drawn) == 3,
        "draws a fresh real batch for every step",
        f"drew {len(phase.drawn)} real batches in 3 steps",
        "Which lines belong inside the loop?",
    )
    report.expect(
        phase.noise.rows == 9,
        "draws fresh noise for every step, as much as there are real samples",
        f"drew {phase.noise.rows} noise vectors in 3 steps of 3 real samples, wanted 9",
        "Every step sees new fakes, as many as real samples: noise(n) with n from the real batch.",
    )
    report.require(
        len(phase.given) == 3,
        f"the penalty was asked {len(phase.given)} times in 3 steps",
        "Every step of the critic minimises loss + penalty(critic, real, fake).",
    )
    report.require(
        len(phase.loss.seen) >= 3 and len(phase.drawn) == 3 and phase.noise.rows == 9,
        f"the loss was asked {len(phase.loss.seen)} times in 3 steps",
        "Use the argument `loss`, not a function from another cell.",
    )
    real, fake = phase.given[-1]
    z = phase.noise.last(3)
    right = close(real, phase.drawn[-1]) and close(fake, z @ g_before[:4].reshape(2, 2).T + g_before[4:])
    report.expect(
        right,
        "the penalty gets the critic, the real batch and the fakes",
        "the penalty did not get this step's real batch and then this step's fakes",
        "It is called penalty(critic, real, fake).",
    )


def _weights(report: Report, phase: _Phase, start: Tensor, g_before: Tensor) -> None:
    z = phase.noise.last(9).split(3)
    fakes = [rows @ g_before[:4].reshape(2, 2).T + g_before[4:] for rows in z]
    yours = snapshot(phase.f)
    if close(yours, _played(phase.drawn, fakes, start, 1.0)):
        report.passed("the critic is where three steps down loss + penalty lead")
        return
    teach = "Each step: clear the gradients, backward through loss + penalty, one optimiser step."
    if close(yours, _played(phase.drawn, fakes, start, -1.0)):
        teach = "The penalty is subtracted, so the critic is rewarded for breaking the rule."
    elif close(yours, _played(phase.drawn, fakes, start, 0.0)):
        teach = "The penalty has no part in where the critic went. Add it to the loss before backward()."
    report.failed("the critic is not where three steps down loss + penalty lead", teach)


def _played(reals: list[Tensor], fakes: list[Tensor], start: Tensor, sign: float) -> Tensor:
    """Return where a linear critic gets to, with the penalty added (1), subtracted (−1) or left out (0)."""
    w = start.clone()
    for real, fake in zip(reals, fakes, strict=True):
        lifted = [torch.cat([x.mean(0), torch.ones(1)]) for x in (real, fake)]
        between = 0.75 * lifted[0] + 0.25 * lifted[1]
        slope = 2 * lifted[1] - lifted[0] + sign * (between @ w) * between
        w = w - _LR * slope
    return w
