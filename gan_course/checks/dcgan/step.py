"""Check of one whole iteration: who moved, by how much, on which samples, in which order."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from gan_course.checks.framework import Report, close, describe, exercise_check, number
from gan_course.checks.stand_ins import Loss, Noise, leave_gradients, linear, snapshot, trainable

_LR = 0.1
_OLD = 50.0  # gradient left over from an earlier step; a step that uses it goes far astray
_REAL = torch.tensor([[2.0, 0.0], [1.0, -1.0], [3.0, 2.0]])


class _Watched(nn.Module):
    """A player that remembers what it was shown, and in which mode."""

    def __init__(self, layer: nn.Linear) -> None:
        super().__init__()
        self.layer = layer
        self.shown: list[Tensor] = []
        self.modes: list[bool] = []

    def forward(self, x: Tensor) -> Tensor:
        self.shown.append(x.detach().clone())
        self.modes.append(self.training)
        out: Tensor = self.layer(x)
        return out


@exercise_check
def dcgan_step(report: Report, answer: Callable[..., Any]) -> None:
    """Check one iteration on players and losses with known numbers, then a second one for fresh noise."""
    g = _Watched(linear([[1.0, 0.0], [0.5, 2.0]], [0.5, -1.0]))
    d = _Watched(linear([[1.0, -0.5]], [0.25]))
    optimizers = [torch.optim.SGD(m.parameters(), lr=_LR) for m in (g, d)]
    noise, d_loss, g_loss = Noise(2), Loss(-1.0, 2.0), Loss(3.0)
    for player in (g, d):
        leave_gradients(player, _OLD)
    before = snapshot(g), snapshot(d)
    torch.manual_seed(31_415)
    taken = [_count_steps(o) for o in optimizers]
    returned = report.call(answer, g, d, *optimizers, _REAL.clone(), noise, d_loss, g_loss)
    _asked(report, noise, (d_loss, g_loss))
    kept_seed = torch.initial_seed() == 31_415
    shown = [z for z in g.shown if len(z) == len(_REAL)]
    report.require(
        bool(shown), "G was never asked for fakes", "Noise goes into G; what comes out is the fake batch."
    )
    _batches(report, d, d_loss, g_loss)
    after_d = _judge_d(report, d, before, shown)
    _judge_g(report, g, before, after_d, shown)
    _numbers(report, returned, d_loss, g_loss)
    _aftermath(report, (g, d), taken)
    if not kept_seed:
        report.failed(
            "the step sets torch's random seed",
            "Every step would draw the same numbers. Seed once, before training.",
        )
    drawn = noise.rows
    report.call(answer, g, d, *optimizers, _REAL.clone(), noise, d_loss, g_loss)
    report.expect(
        noise.rows > drawn,
        "draws fresh noise at the next step",
        "the next step used the old noise",
        "A G that sees the same z for ever learns a handful of points by heart.",
    )


def _asked(report: Report, noise: Noise, losses: tuple[Loss, Loss]) -> None:
    report.require(
        bool(noise.given),
        "the noise you were handed was never drawn",
        "z comes from noise(n), an argument of the step: the caller decides what p_z is.",
    )
    right = all(len(z) == len(_REAL) for z in noise.given) or noise.rows in (3, 6)
    report.require(
        right,
        f"draws {len(noise.given[0])} noise vectors, wanted 3, as many as there are real samples",
        "The size of the batch is given with each call; it may change from one to the next.",
    )
    for name, loss in zip(("d_loss", "g_loss"), losses, strict=True):
        report.require(
            bool(loss.seen),
            f"{name} was never called",
            "The step works for any losses: use the arguments, not functions from another cell.",
        )


def _batches(report: Report, d: _Watched, d_loss: Loss, g_loss: Loss) -> None:
    known = [(x[:, None] == _REAL[None]).all(-1).any(-1) for x in d.shown if x.ndim == 2]
    mixed = any(bool(k.any()) and not bool(k.all()) for k in known)
    report.expect(
        not mixed,
        "D is shown real pictures and fakes in batches of their own",
        "D is shown real pictures and fakes in one batch",
        "Batch norm takes its mean over the whole batch: mixed, each kind is told about the other. "
        "Ask D twice.",
    )
    right = len(d_loss.seen[-1]) == 2 and all(len(v) == 3 for v in (*d_loss.seen[-1], *g_loss.seen[-1]))
    report.require(
        right,
        "a loss was not given one logit for each of 3 samples",
        "d_loss takes D's logits of the real batch, then of as many fakes; g_loss those of as many fakes.",
    )


def _apply(parameters: Tensor, x: Tensor) -> Tensor:
    return (x @ parameters[:2] + parameters[2]).flatten()


def _through(parameters: Tensor, z: Tensor) -> Tensor:
    return z @ parameters[:4].reshape(2, 2).T + parameters[4:]


def _judge_d(report: Report, d: nn.Module, before: tuple[Tensor, Tensor], shown: list[Tensor]) -> Tensor:
    """Loss = 2·mean D(fake) − mean D(real): its slope in D's weights is 2·mean(fake) − mean(real)."""
    moved = snapshot(d) - before[1]
    wanted = []
    for z in shown:
        fake = _through(before[0], z).mean(0)
        wanted.append(-_LR * torch.cat([2 * fake - _REAL.mean(0), torch.tensor([1.0])]))
    if any(close(moved, w) for w in wanted):
        report.passed("D took one step down d_loss")
        return before[1] + moved
    teach = "One backward of d_loss, one step of d_optimizer, and nothing but this batch in the gradient."
    text = "D moved, but not by one step down d_loss"
    if not bool(moved.any()):
        text, teach = "D did not move", "Backward fills the gradients; something must then use them."
    elif any(close(moved, w - _LR * _OLD) for w in wanted):
        text = "D was carried away by an old gradient"
        teach = "backward() adds to the gradients that are there, and an earlier step left some. Clear them."
    elif any(close(moved, -w) for w in wanted):
        text, teach = "D went uphill", "d_loss is to be minimised; is there a minus sign too many?"
    else:
        extra = 3 * _LR * torch.cat([_through(before[0], shown[-1]).mean(0), torch.tensor([1.0])])
        if any(close(moved, w - extra) for w in wanted):
            text = "D moved on the loss of G as well"
            teach = "G's backward pass leaves gradients in D. In G's half only g_optimizer takes a step."
        fake = _through(before[0], shown[0]).mean(0)
        swapped = -_LR * torch.cat([2 * _REAL.mean(0) - fake, torch.tensor([1.0])])
        if close(moved, swapped):
            text, teach = (
                "D took the real pictures for fakes",
                "The order is d_loss(real_logits, fake_logits).",
            )
    report.failed(text, teach)
    return before[1] + wanted[0]


def _judge_g(
    report: Report, g: nn.Module, before: tuple[Tensor, Tensor], after_d: Tensor, shown: list[Tensor]
) -> None:
    """Loss = 3·mean D(G(z)); D's weights, as they are after its step, carry the gradient back to G."""
    moved = snapshot(g) - before[0]

    def step(weights: Tensor, z: Tensor) -> Tensor:
        back = 3 * weights[:2]
        return -_LR * torch.cat([torch.outer(back, z.mean(0)).flatten(), back])

    now = [step(after_d, z) for z in shown]
    old = [step(before[1], z) for z in shown]
    if any(close(moved, w) for w in now):
        report.passed("G took one step down g_loss, against the D of now")
        return
    text = "G moved, but not by one step down g_loss"
    teach = "One backward of g_loss through D, one step of g_optimizer, and no other gradient in it."
    if not bool(moved.any()):
        text = "G did not move"
        teach = "Was the path from g_loss back to G cut (detach, no_grad), or was no step taken?"
    elif any(close(moved, w) for w in old):
        text = "G learned from the D of before its step"
        teach = (
            "The players take turns, D first: after its step let D judge the fakes again, and "
            "give G those logits."
        )
    elif any(close(moved, w - _LR * _OLD) for w in (*now, *old)):
        text = "G was carried away by an old gradient"
        teach = "backward() adds to the gradients that are there, and an earlier step left some. Clear them."
    elif any(close(moved, -w) for w in now):
        text, teach = "G went uphill", "g_loss is to be minimised; is there a minus sign too many?"
    report.failed(text, teach)


def _numbers(report: Report, returned: object, d_loss: Loss, g_loss: Loss) -> None:
    pair = list(returned) if isinstance(returned, tuple | list) else []
    report.require(
        len(pair) == 2,
        f"returned {describe(returned)}, wanted the two losses",
        "Hand back the pair (D's loss, G's loss).",
    )
    plain = all(isinstance(v, float | int | np.number) for v in pair)
    report.require(
        plain,
        f"returned {describe(pair[0])} and {describe(pair[1])}, wanted two Python floats",
        "A list of loss tensors keeps the graph of every step alive. A tensor with one element can "
        "turn itself into a "
        "plain number.",
    )
    wanted = (
        [float(2 * f.mean() - r.mean()) for r, f in d_loss.seen],
        [float(3 * f[0].mean()) for f in g_loss.seen],
    )
    right = all(any(close(float(v), w) for w in ws) for v, ws in zip(pair, wanted, strict=True))
    report.expect(
        right,
        "returns both losses as Python floats",
        f"returns {number(float(pair[0]))} and {number(float(pair[1]))}, but the losses were "
        f"{number(wanted[0][-1])} and {number(wanted[1][-1])}",
        "First D's loss, then G's, each as it was when its gradient was taken.",
    )


def _aftermath(report: Report, players: tuple[_Watched, _Watched], taken: list[list[int]]) -> None:
    if not all(taken):
        report.failed(
            "an optimiser you were handed took no step",
            "It remembers its averages from step to step; a new one, or an update by hand, forgets them.",
        )
    if not all(trainable(p) for p in players):
        report.failed(
            "a network was left frozen", "Its next step comes soon, and frozen parameters learn nothing."
        )
    left = not all(p.training for p in players)
    if left or not all(mode for p in players for mode in p.modes):
        report.failed(
            "a network was left in evaluation mode" if left else "a network was used in evaluation mode",
            "In evaluation mode batch norm uses averages of earlier batches. While training, both "
            "networks stay in "
            "training mode.",
        )


def _count_steps(optimizer: torch.optim.Optimizer) -> list[int]:
    """Return a list that grows by one entry with each step of the optimiser."""
    taken: list[int] = []
    optimizer.register_step_post_hook(lambda *_: taken.append(1))
    return taken
