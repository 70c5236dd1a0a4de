"""Checks of the two training steps: who moved, by how much, on which samples."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor, nn

from gan_course.checks.framework import Report, close, exercise_check, number, python_float
from gan_course.checks.stand_ins import Loss, Noise, leave_gradients, linear, snapshot, trainable

_LR = 0.1
_OLD = 50.0  # gradient left over from an earlier step; a step that uses it goes far astray
_REAL = torch.tensor([[2.0, 0.0], [1.0, -1.0], [3.0, 2.0]])


def _players() -> tuple[nn.Linear, nn.Linear]:
    return linear([[1.0, 0.0], [0.5, 2.0]], [0.5, -1.0]), linear([[1.0, -0.5]], [0.25])


@exercise_check
def discriminator_step(report: Report, answer: Callable[..., Any]) -> None:
    """Check one D step on players and a loss with known numbers, then a second one for fresh noise."""
    g, d = _players()
    optimizer = torch.optim.SGD(d.parameters(), lr=_LR)
    noise, loss = Noise(2), Loss(-1.0, 2.0)
    leave_gradients(d, _OLD)
    g_before, d_before = snapshot(g), snapshot(d)
    taken = _count_steps(optimizer)
    returned = report.call(answer, g, d, optimizer, _REAL.clone(), noise, loss)
    _noise_asked(report, noise, len(_REAL), "as many as there are real samples")
    _loss_called(report, loss)
    fake = _through(g_before, noise.last(len(_REAL)))
    _d_saw(report, loss.seen[-1], _apply(d_before, _REAL), _apply(d_before, fake))
    # Loss = 2·mean D(fake) − mean D(real), so its gradient in D's weights is 2·mean(fake) − mean(real).
    slope = torch.cat([2 * fake.mean(0) - _REAL.mean(0), torch.tensor([1.0])])
    _moved(report, "D", snapshot(d) - d_before, -_LR * slope)
    _stayed(report, "G", g, g_before)
    _number(report, returned, float(2 * loss.seen[-1][1].mean() - loss.seen[-1][0].mean()))
    _used(report, optimizer, taken, (g, d))
    drawn = noise.rows
    report.call(answer, g, d, optimizer, _REAL.clone(), noise, loss)
    _fresh(report, noise, drawn)


@exercise_check
def generator_step(report: Report, answer: Callable[..., Any]) -> None:
    """Check one G step on players and a loss with known numbers, then a second one for fresh noise."""
    g, d = _players()
    optimizer = torch.optim.SGD(g.parameters(), lr=_LR)
    noise, loss = Noise(2), Loss(3.0)
    leave_gradients(g, _OLD)
    g_before, d_before = snapshot(g), snapshot(d)
    taken = _count_steps(optimizer)
    returned = report.call(answer, g, d, optimizer, 5, noise, loss)
    _noise_asked(report, noise, 5, "n of them")
    _loss_called(report, loss)
    z = noise.last(5)
    wanted = _apply(d_before, _through(g_before, z))
    report.expect(
        len(loss.seen[-1]) == 1 and close(loss.seen[-1][0], wanted),
        "the loss gets D's logits of the fakes",
        "the loss was not given D's logits of G's samples",
        "Follow the arrows: noise into G, its samples into D, D's logits into the loss.",
    )
    # Loss = 3·mean D(G(z)); D's weights (1, −1/2) carry the gradient back to G.
    back = 3 * torch.tensor([1.0, -0.5])
    slope = torch.cat([torch.outer(back, z.mean(0)).flatten(), back])
    _moved(report, "G", snapshot(g) - g_before, -_LR * slope)
    _stayed(report, "D", d, d_before)
    _number(report, returned, float(3 * loss.seen[-1][0].mean()))
    _used(report, optimizer, taken, (g, d))
    drawn = noise.rows
    report.call(answer, g, d, optimizer, 5, noise, loss)
    _fresh(report, noise, drawn)


def _through(parameters: Tensor, z: Tensor) -> Tensor:
    return z @ parameters[:4].reshape(2, 2).T + parameters[4:]


def _apply(parameters: Tensor, x: Tensor) -> Tensor:
    return (x @ parameters[:2] + parameters[2]).flatten()


def _noise_asked(report: Report, noise: Noise, n: int, words: str) -> None:
    report.require(
        bool(noise.given),
        "the noise you were handed was never drawn",
        "z comes from noise(…), an argument of the step: the caller decides what p_z is.",
    )
    asked = noise.rows
    report.expect(
        asked == n or len(noise.given[-1]) == n,
        f"draws {n} noise vectors, {words}",
        f"draws {asked} noise vectors, wanted {n}, {words}",
        "The size of the batch is given with each call; it may change from one to the next.",
    )


def _loss_called(report: Report, loss: Loss) -> None:
    report.require(
        bool(loss.seen),
        "the loss you were handed was never called",
        "The step works for any loss: use the argument `loss`, not a function from another cell.",
    )


def _d_saw(report: Report, seen: list[Tensor], real: Tensor, fake: Tensor) -> None:
    if len(seen) == 2 and close(seen[0], real) and close(seen[1], fake):
        report.passed("the loss gets D's logits of the real samples, then of the fakes")
        return
    teach = "D judges both kinds: the real batch as it came, and what G makes of z."
    if len(seen) == 2 and close(seen[0], fake) and close(seen[1], real):
        teach = "Real and fake have changed places: the loss takes the real logits first."
    elif len(seen) == 2 and close(seen[1], real):
        teach = "The second batch is the real one again. Where does G come in?"
    report.failed("the loss was not given D's logits of the real samples and of the fakes", teach)


def _moved(report: Report, name: str, moved: Tensor, wanted: Tensor) -> None:
    if close(moved, wanted):
        report.passed(f"{name} took one step down the loss")
        return
    if not bool(moved.any()):
        text, teach = f"{name} did not move", "Backward fills the gradients; something must then use them."
        if name == "G":
            teach += " Or was the path from the loss back to G cut (detach, no_grad)?"
    elif close(moved, wanted - _LR * _OLD):
        text = f"{name} was carried away by an old gradient"
        teach = "backward() adds to the gradients that are there, and an earlier step left some. Clear them."
    elif close(moved, -wanted):
        text, teach = f"{name} went uphill", "The loss is to be minimised; is there a minus sign too many?"
    else:
        text = f"{name} moved, but not by one step down the loss it was given"
        teach = "One backward, one optimiser step, and nothing but this batch in the gradient."
    report.failed(text, teach)


def _stayed(report: Report, name: str, player: nn.Module, before: Tensor) -> None:
    report.expect(
        close(snapshot(player), before, 0),
        f"{name} did not move",
        f"{name} moved as well",
        f"While one player trains, the other is held constant. Whose optimiser moved {name}?",
    )
    if not trainable(player):
        report.failed(
            f"{name} was left frozen",
            f"Its own step comes next, and frozen parameters learn nothing. Let {name} go again.",
        )


def _number(report: Report, returned: object, wanted: float) -> None:
    value = python_float(report, returned)
    report.expect(
        close(value, wanted),
        "returns the loss as a Python float",
        f"returns {number(value)}, but the loss was {number(wanted)}",
        "Hand back the loss of this step, as it was before the parameters moved.",
    )


def _count_steps(optimizer: torch.optim.Optimizer) -> list[int]:
    """Return a list that grows by one entry with each step of the optimiser."""
    taken: list[int] = []
    optimizer.register_step_post_hook(lambda *_: taken.append(1))
    return taken


def _used(
    report: Report, optimizer: torch.optim.Optimizer, taken: list[int], players: tuple[nn.Module, ...]
) -> None:
    if not taken:
        report.failed(
            "the optimiser you were handed took no step",
            "It remembers its momentum from step to step; a new one, or an update by hand, forgets it.",
        )
    if not all(player.training for player in players):
        report.failed(
            "a network was left in evaluation mode",
            "eval() switches layers such as dropout for good, until train() switches them back.",
        )


def _fresh(report: Report, noise: Noise, drawn: int) -> None:
    report.expect(
        noise.rows > drawn,
        "draws fresh noise at the next step",
        "the next step used the old noise",
        "A G that sees the same z for ever learns a handful of points by heart.",
    )
