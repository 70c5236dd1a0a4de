"""Check of D's conditional step: which pairs it judged, who moved, by how much."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor

from gan_course.checks.conditional.players import Labelled, Mismatch, discriminator, generator
from gan_course.checks.framework import Report, close, exercise_check, number, python_float
from gan_course.checks.stand_ins import Loss, Noise, leave_gradients, snapshot, trainable

_LR = 0.1
_OLD = 50.0  # gradient left over from an earlier step; a step that uses it goes far astray
_WEIGHTS = (-1.0, 2.0, 0.5)
_REAL = torch.tensor([[2.0, 0.0], [1.0, -1.0], [3.0, 2.0], [0.5, 0.5], [-1.0, 1.0]])
_LABELS = torch.tensor([2, 0, 1, 1, 0])


@exercise_check
def discriminator_step(report: Report, answer: Callable[..., Any]) -> None:
    """Check one step on players and a loss with known numbers, then a second one for fresh noise."""
    g, d = generator(), discriminator()
    optimizer = torch.optim.SGD(d.parameters(), lr=_LR)
    noise, loss, mismatch = Noise(2), Loss(*_WEIGHTS), Mismatch()
    leave_gradients(d, _OLD)
    taken: list[int] = []
    optimizer.register_step_post_hook(lambda *_: taken.append(1))
    torch.manual_seed(seed := 4711)
    g_before, d_before = snapshot(g), discriminator()
    given = (g, d, optimizer, _REAL.clone(), _LABELS.clone(), noise, mismatch, loss)
    returned = report.call(answer, *given)
    report.require(
        bool(noise.given),
        "the noise you were handed was never drawn",
        "z comes from noise(…), an argument of the step: the caller decides what p_z is.",
    )
    report.require(
        bool(mismatch.given),
        "mismatch was never asked for wrong labels",
        "The third kind of pair is a real image with a wrong label: mismatch(labels) makes them.",
    )
    report.require(
        bool(loss.seen) and bool(g.calls),
        "the loss, or G, was never called",
        "The step works for any loss and any G: use the arguments.",
    )
    pairs = _pairs(report, g, mismatch)
    if not _d_saw(report, loss.seen[-1], d_before, pairs):
        return
    _moved(report, d, d_before, pairs)
    report.expect(
        close(snapshot(g), g_before, 0) and trainable(g),
        "G did not move",
        "G moved, or was left frozen",
        "In D's step G is held constant, and only for this step.",
    )
    value = python_float(report, returned)
    wanted = float(sum(w * s.mean() for w, s in zip(_WEIGHTS, loss.seen[-1], strict=True)))
    report.expect(
        close(value, wanted),
        "returns the loss as a Python float",
        f"returns {number(value)}, but the loss was {number(wanted)}",
        "Hand back the loss of this step, as it was before the parameters moved.",
    )
    _manners(report, taken, (g, d), seed)
    drawn = noise.rows
    report.call(answer, *given)
    report.expect(
        noise.rows > drawn,
        "draws fresh noise at the next step",
        "the next step used the old noise",
        "A D that sees the same fakes for ever learns a handful of points by heart.",
    )


def _manners(report: Report, taken: list[int], players: tuple[Labelled, ...], seed: int) -> None:
    """Say something only where the step leaves something behind."""
    if len(taken) != 1:
        report.failed(
            f"the optimiser you were handed took {len(taken)} steps, wanted 1",
            "It remembers its momentum from step to step; a new one, or an update by hand, forgets it.",
        )
    if not all(player.training for player in players):
        report.failed(
            "a network was left in evaluation mode",
            "eval() switches layers such as dropout for good, until train() switches them back.",
        )
    if torch.initial_seed() != seed:
        report.failed(
            "the random seed was set inside the step",
            "Then every step draws the same numbers. Seed once, before training.",
        )


Pairs = list[tuple[Tensor, Tensor]]


def _pairs(report: Report, g: Labelled, mismatch: Mismatch) -> Pairs:
    """The three kinds of pairs a right step makes, with whatever labels it asked G for."""
    z, asked = (torch.cat(parts) for parts in zip(*g.calls, strict=True))
    report.require(
        len(z) == len(_REAL),
        f"G made {len(z)} fakes, wanted {len(_REAL)}, as many as real images",
        "The size of the batch is given with each call.",
    )
    report.require(
        len(asked.unique()) > 1,
        f"G was asked for {asked.tolist()}",
        "All fakes of one class: ask for the labels of the batch, so that D meets fakes of every class.",
    )
    with torch.no_grad():
        fake = generator().apply_to(z, asked)
    return [(_REAL, _LABELS), (fake, asked), (_REAL, mismatch.given[-1])]


def _d_saw(report: Report, seen: list[Tensor], d: Labelled, pairs: Pairs) -> bool:
    with torch.no_grad():
        wanted = [d.apply_to(x, y).flatten() for x, y in pairs]
        fake_wrong = d.apply_to(pairs[1][0], pairs[2][1]).flatten()
    right = [len(seen) == 3 and close(s, w) for s, w in zip(seen, wanted, strict=False)]
    if len(seen) == 3 and all(right):
        report.passed("the loss gets D's logits of the matched pairs, the fakes, the mismatched pairs")
        return True
    teach = "The three pairs are (real, y), (fake, the labels G was asked for), (real, wrong labels)."
    if len(seen) != 3:
        teach = f"It was given {len(seen)} batches. " + teach
    elif sorted(float(s.sum()) for s in seen) == sorted(float(w.sum()) for w in wanted):
        teach = "All three are there, in another order: matched, fake, mismatched."
    elif not right[0]:
        teach = "The first batch is not that of the real images with their own labels, row by row."
    elif close(seen[1], fake_wrong):
        teach = "The fakes were judged under the wrong labels. A fake carries the label it was made for."
    elif close(seen[1], wanted[0]):
        teach = "The second batch is the real one again. Where does G come in?"
    elif not right[1]:
        teach = "G was asked for other labels than those its images were judged under."
    elif close(seen[2], fake_wrong):
        teach = "The third pair holds fakes. A fake is wrong already; the mismatched pair has a real image."
    elif close(seen[2], wanted[0]):
        teach = "The third pair is the first one again: where do the wrong labels come in?"
    report.failed("the loss was not given D's logits of the three kinds of pairs", teach)
    return False


def _moved(report: Report, d: Labelled, before: Labelled, pairs: Pairs) -> None:
    loss = sum(w * before.apply_to(x, y).mean() for w, (x, y) in zip(_WEIGHTS, pairs, strict=True))
    assert isinstance(loss, Tensor)
    slopes = torch.autograd.grad(loss, list(before.parameters()))
    wanted = -_LR * torch.cat([s.flatten() for s in slopes])
    moved = snapshot(d) - snapshot(before)
    if close(moved, wanted):
        report.passed("D took one step down the loss")
        return
    if not bool(moved.any()):
        text, teach = "D did not move", "Backward fills the gradients; something must then use them."
    elif close(moved, wanted - _LR * _OLD):
        text = "D was carried away by an old gradient"
        teach = "backward() adds to the gradients that are there, and an earlier step left some. Clear them."
    elif close(moved, -wanted):
        text, teach = "D went uphill", "The loss is to be minimised; is there a minus sign too many?"
    else:
        text = "D moved, but not by one step down the loss it was given"
        teach = (
            "One backward, one optimiser step, and nothing but these three kinds of pairs in the gradient."
        )
    report.failed(text, teach)
