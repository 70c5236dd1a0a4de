"""Probe of a step of robust training: which pictures teach, with which gradients, and who moved.

Source: Madry et al. (2017), https://arxiv.org/abs/1706.06083, section 2.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

import torch
import torch.nn.functional as F
from torch import nn

from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Sheet
from gan_course.exercises.inputs import Dice
from gan_course.exercises.student.handle import Ref, Student, StudentFault
from gan_course.exercises.values import MODIFIES_INPUTS, as_float, judge_inputs_kept, type_text
from gan_grading.probes.a08_adversarial_examples.worlds import Weights, labels, pictures
from gan_grading.probes.probe import Duel, Observation, Probe, Rival, misconceptions_of

NAME = "adversarial_step"
Attack = Callable[[nn.Module, torch.Tensor, torch.Tensor], torch.Tensor]
Step = Callable[..., Any]

CLEAN = Misconception(
    "trains_on_clean",
    "The model learns from the pictures as they are, not from the attacked ones.",
    "The inner maximum comes first: what attack(model, x, y) returns is what the model has to get right.",
)
MIXED = Misconception(
    "trains_on_both",
    "The model learns from clean and attacked pictures together.",
    "That is the mixture of Goodfellow et al. (2014). The step asked for here uses the attacked pictures alone.",
    share=0.5,
)
DIRTY = Misconception(
    "gradients_of_the_attack",
    "Gradients that were there before, from the attack or from an earlier step, are added to those of this one.",
    "An attack may use backward() and leave gradients in the parameters. When is the last moment to clear them?",
)
ASCENDS = Misconception(
    "wrong_way",
    "The weights moved uphill: the loss on the attacked pictures grew.",
    "The attack maximises over the picture; the model minimises over its weights.",
)
NO_STEP = Misconception(
    "no_step",
    "No weight changed.",
    "Check that backward() comes before optimizer.step(), and that nothing clears the gradients in between.",
)
NEW_OPTIMIZER = Misconception(
    "new_optimizer",
    "The step does not go on where the optimiser given stopped: its momentum is lost.",
    "Use the optimiser you are given.",
)
TWO_STEPS = Misconception(
    "two_steps",
    "The optimiser took more than one step.",
    "One attack, one gradient, one step.",
)
LOSS = Misconception(
    "other_loss",
    "The step does not go down the mean cross-entropy of the attacked pictures.",
    "The loss is the cross-entropy of logits and true labels, averaged over the batch.",
)
LABELS = Misconception(
    "predicted_labels",
    "The model is taught its own predictions.",
    "The true labels y stay the labels of the attacked pictures: that is what makes the model robust.",
)
SKIPS_ATTACK = Misconception(
    "attack_not_used",
    "The attack that was given is not called with model, x and y.",
    "attack(model, x, y) needs gradients and the labels of these very pictures.",
)
NO_GRADIENTS = Misconception(
    "attack_without_gradients",
    "The attack was called where gradients are switched off.",
    "An attack differentiates: leave it outside of torch.no_grad().",
)
ORDER = Misconception(
    "step_before_backward",
    "The optimiser steps before this batch's gradients are there.",
    "Clear, backward, step.",
)
CUT = Misconception(
    "cut_from_the_model",
    "No gradient reaches the model's weights.",
    "Only the attacked pictures are plain numbers. What the model makes of them must stay in the graph.",
)
LEFT_IN_EVAL = Misconception(
    "learns_in_eval",
    "The model learned, or was left behind, in evaluation mode.",
    "Evaluation mode may serve the attack. Switch back with train() before the model learns.",
    share=0.4,
)
LEFT_FROZEN = Misconception(
    "left_frozen",
    "After your step the model cannot learn any more: requires_grad was switched off.",
    "Freezing the weights during the attack saves time. Thaw them before the model learns.",
)
RETURN = Misconception(
    "wrong_return",
    "The number your step returns is not the loss on the attacked pictures.",
    "Return the loss that was minimised in this step, as it was before the weights moved, as a Python float.",
    share=0.4,
)
KEEPS_GRAPH = Misconception(
    "keeps_graph",
    "Your step returns a tensor that still holds its graph, not a plain number.",
    "A history of such losses keeps every step's graph in memory. .item() makes a number of it.",
    share=0.4,
)


@dataclass(frozen=True)
class World:
    """A model with old gradients, an optimiser with momentum, two batches, and an attack that knows them."""

    model: Ref
    optimizer: Ref
    batches: tuple[tuple[torch.Tensor, torch.Tensor], ...]
    attack: Ref
    outcomes: torch.Tensor

    def arguments(self, which: int) -> list[Any]:
        """The arguments of one call."""
        x, y = self.batches[which]
        return [self.model, self.optimizer, x, y, self.attack]


def _world(student: Student, dice: Dice) -> World:
    weights = Weights.drawn(dice)
    model = weights.spy(student)
    student.is_training(model, switch_to=True)
    student.set_gradients(model, dice.number(0.5, 1.5))
    optimizer = student.optimizer("sgd", model, lr=dice.number(0.05, 0.2), momentum=0.5)
    batches = tuple(_batch(weights, dice, n) for n in (dice.integer(4, 6), dice.integer(7, 9)))
    clean, y = (torch.cat([batch[i] for batch in batches]) for i in (0, 1))
    outcomes = (clean + dice.normal(*clean.shape, scale=0.4)).clamp(0, 1)
    attack = student.spy_attack("attack", clean, y, outcomes[None], leaves=dice.number(0.4, 0.9))
    return World(model, optimizer, batches, attack, outcomes)


def _batch(weights: Weights, dice: Dice, n: int) -> tuple[torch.Tensor, torch.Tensor]:
    """Pictures and labels; the model gets the first one right and the second one wrong."""
    x, y = pictures(dice, n), labels(dice, n)
    scores = weights.logits(x)
    y[0], y[1] = scores[0].argmax(), scores[1].argmin()
    return x, y


def _play(student: Student, dice: Dice) -> Observation:
    world, seen = _world(student, dice), {}
    # Two steps of different batch sizes: the second shows old gradients and lost momentum.
    for step in (0, 1):
        student.call(NAME, *world.arguments(step))
        seen[f"after {step + 1}"] = student.state(world.model)
    return seen


def _judge(student: Student, dice: Dice, sheet: Sheet) -> None:
    _judge_attack(student, Dice(dice.seed), sheet)
    Duel(NAME, "who moves, and where to", _play, _reference, RIVALS).judge(student, dice, sheet)
    _judge_aftermath(student, Dice(dice.seed), sheet)


def _judge_attack(student: Student, dice: Dice, sheet: Sheet) -> None:
    """Whatever the step computes, it must call the attack on this batch."""
    world = _world(student, dice)
    student.tape()
    try:
        student.call(NAME, *world.arguments(0))
    except StudentFault as fault:
        if fault.kind != "raised":
            raise
        attacked = [event for event in student.tape() if event["who"] == "attack"]
        blind = any(not event["grad_enabled"] for event in attacked)
        sheet.insist(not blind, "attacks with gradients", "attack_without_gradients")
        return  # the duel names what raises as a rival does, or raises it again
    called = [event for event in student.tape() if event["who"] == "attack"]
    thawed = all(p.trainable for p in student.parameters(world.model))
    sheet.insist(thawed, "the model can still learn", "left_frozen")
    x, y = world.batches[0]
    asked = any(torch.equal(e["x"], x) and torch.equal(e["y"].long(), y) for e in called)
    if not asked and called:
        return  # with other labels or pictures: the duel may know why
    sheet.insist(bool(called), "uses the attack given", "attack_not_used")


def _judge_aftermath(student: Student, dice: Dice, sheet: Sheet) -> None:
    world = _world(student, dice)
    student.tape()
    answer = student.call(NAME, *world.arguments(0))
    n = len(world.batches[0][0])
    taught = [
        event
        for event in student.tape()
        if event["who"] == "model" and _holds(event["input"], world.outcomes[:n]) and event["grad_enabled"]
    ]
    learned = any(event["training"] for event in taught) and student.is_training(world.model)
    sheet.require(learned, "learns in training mode", "learns_in_eval")
    criterion, seen = "returns the loss as a number", f"returned {type_text(answer.value)}"
    if sheet.require(not answer.attached, criterion, "keeps_graph", seen):
        number = None if isinstance(answer.value, torch.Tensor) else as_float(answer.value)
        right = number is not None and Duel(NAME, "", _returned, _reference).agrees(student, dice)
        sheet.require(right, criterion, "wrong_return", "" if number is not None else seen)
    world = _world(student, dice)
    judge_inputs_kept(student, sheet, NAME, *world.arguments(1))


def _holds(shown: Any, attacked: torch.Tensor) -> bool:
    """Whether a batch shown to the model contains the attacked pictures."""
    if not isinstance(shown, torch.Tensor) or shown[0].numel() != attacked[0].numel():
        return False
    rows, wanted = shown.flatten(1), attacked.flatten(1)
    return bool(((rows[:, None] - wanted[None]).abs().amax(-1) < 1e-6).any(0).all())


def _returned(student: Student, dice: Dice) -> Observation:
    world = _world(student, dice)
    return {"losses": [as_float(student.call(NAME, *world.arguments(i)).value) for i in (0, 1)]}


# ---- the right step and its mistakes ------------------------------------------------------------


def _loss(model: nn.Module, x: torch.Tensor, y: torch.Tensor, attack: Attack) -> torch.Tensor:
    return F.cross_entropy(model(attack(model, x, y)), y)


def _descend(optimizer: torch.optim.Optimizer, value: torch.Tensor) -> float:
    optimizer.zero_grad()
    value.backward()
    optimizer.step()
    return value.item()


def _with(value: Callable[..., torch.Tensor]) -> Step:
    """A step down another value."""
    return lambda model, optimizer, x, y, attack: _descend(optimizer, value(model, x, y, attack))


_reference = _with(_loss)


def _zero_first(model: nn.Module, optimizer: Any, x: Any, y: Any, attack: Attack) -> float:
    optimizer.zero_grad()
    value = _loss(model, x, y, attack)
    value.backward()
    optimizer.step()
    return value.item()


def _zero_never(model: nn.Module, optimizer: Any, x: Any, y: Any, attack: Attack) -> float:
    value = _loss(model, x, y, attack)
    value.backward()
    optimizer.step()
    return value.item()


def _zero_last(model: nn.Module, optimizer: Any, x: Any, y: Any, attack: Attack) -> float:
    value = _zero_never(model, optimizer, x, y, attack)
    optimizer.zero_grad()
    return value


def _no_step(model: nn.Module, optimizer: Any, x: Any, y: Any, attack: Attack) -> float:
    return _loss(model, x, y, attack).item()


def _twice(model: nn.Module, optimizer: Any, x: Any, y: Any, attack: Attack) -> float:
    value = _reference(model, optimizer, x, y, attack)
    optimizer.step()
    return float(value)


def _step_first(clear: bool) -> Step:
    def step(model: nn.Module, optimizer: Any, x: Any, y: Any, attack: Attack) -> float:
        value = _loss(model, x, y, attack)
        if clear:
            optimizer.zero_grad()
        optimizer.step()
        value.backward()
        return value.item()

    return step


def _cleared_after_backward(model: nn.Module, optimizer: Any, x: Any, y: Any, attack: Attack) -> float:
    value = _loss(model, x, y, attack)
    value.backward()
    optimizer.zero_grad()
    optimizer.step()
    return value.item()


def _clean_then_attacked(model: nn.Module, optimizer: Any, x: Any, y: Any, attack: Attack) -> float:
    _descend(optimizer, F.cross_entropy(model(x), y))
    return float(_reference(model, optimizer, x, y, attack))


def _attacked_then_clean(model: nn.Module, optimizer: Any, x: Any, y: Any, attack: Attack) -> float:
    value = _reference(model, optimizer, x, y, attack)
    _descend(optimizer, F.cross_entropy(model(x), y))
    return float(value)


def _rebuilt(make: Callable[..., torch.optim.Optimizer]) -> Step:
    def step(model: nn.Module, optimizer: Any, x: Any, y: Any, attack: Attack) -> float:
        own = make(model.parameters(), lr=optimizer.param_groups[0]["lr"])
        return _descend(own, _loss(model, x, y, attack))

    return step


def _mixture(share: float, model: nn.Module, x: Any, y: Any, attack: Attack) -> torch.Tensor:
    return share * F.cross_entropy(model(x), y) + (1 - share) * _loss(model, x, y, attack)


def _joined(model: nn.Module, x: Any, y: Any, attack: Attack) -> torch.Tensor:
    both = torch.cat([x, attack(model, x, y)])
    return F.cross_entropy(model(both), torch.cat([y, y]))


def _clean_after_attack(model: nn.Module, x: Any, y: Any, attack: Attack) -> torch.Tensor:
    attack(model, x, y)
    return F.cross_entropy(model(x), y)


def _attacked_by_prediction(model: nn.Module, x: Any, y: Any, attack: Attack) -> torch.Tensor:
    return F.cross_entropy(model(attack(model, x, model(x).argmax(dim=1))), y)


def _own_predictions(model: nn.Module, x: Any, y: Any, attack: Attack) -> torch.Tensor:
    return F.cross_entropy(model(attack(model, x, y)), model(x).argmax(dim=1))


def _own_predictions_attacked(model: nn.Module, x: Any, y: Any, attack: Attack) -> torch.Tensor:
    logits = model(attack(model, x, y))
    return F.cross_entropy(logits, logits.argmax(dim=1))


def _of_logits(loss: Callable[[torch.Tensor, torch.Tensor], torch.Tensor]) -> Step:
    return _with(lambda model, x, y, attack: loss(model(attack(model, x, y)), y))


def _scaled(by: float, logits: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
    return by * F.cross_entropy(logits, y)


RIVALS = (
    Rival(CLEAN, _with(_clean_after_attack)),
    Rival(DIRTY, _zero_first),
    Rival(DIRTY, _zero_never),
    Rival(DIRTY, _zero_last),
    *(Rival(MIXED, _with(partial(_mixture, share))) for share in (0.5, 0.1, 0.25, 0.75, 0.9)),
    Rival(MIXED, _with(lambda *a: 2 * _mixture(0.5, *a))),
    Rival(MIXED, _with(_joined)),
    Rival(MIXED, _clean_then_attacked),
    Rival(MIXED, _attacked_then_clean),
    Rival(ASCENDS, _with(lambda *a: -_loss(*a))),
    Rival(NO_STEP, _no_step),
    Rival(NO_STEP, _cleared_after_backward),
    Rival(TWO_STEPS, _twice),
    Rival(TWO_STEPS, lambda *a: [_reference(*a), _reference(*a)][0]),
    Rival(ORDER, _step_first(clear=True)),
    Rival(ORDER, _step_first(clear=False)),
    *(Rival(NEW_OPTIMIZER, _rebuilt(make)) for make in (torch.optim.SGD, torch.optim.Adam)),
    Rival(CUT, _with(lambda model, x, y, attack: F.cross_entropy(model(attack(model, x, y)).detach(), y))),
    Rival(LABELS, _with(_own_predictions)),
    Rival(LABELS, _with(_own_predictions_attacked)),
    Rival(SKIPS_ATTACK, _with(_attacked_by_prediction)),
    Rival(LOSS, _of_logits(lambda logits, y: F.cross_entropy(logits, y, reduction="sum"))),
    Rival(LOSS, _of_logits(lambda logits, y: F.cross_entropy(logits.softmax(dim=1), y))),
    Rival(LOSS, _of_logits(lambda logits, y: F.cross_entropy(logits, y) / len(y))),
    Rival(LOSS, _of_logits(lambda logits, y: F.nll_loss(logits, y))),
    Rival(LOSS, _of_logits(lambda logits, y: F.nll_loss(logits.softmax(dim=1), y))),
    *(Rival(LOSS, _of_logits(partial(_scaled, by))) for by in (0.5, 2.0, 0.1, 10.0)),
)
AFTER = (NO_GRADIENTS, LEFT_IN_EVAL, LEFT_FROZEN, RETURN, KEEPS_GRAPH, MODIFIES_INPUTS)

PROBES = (Probe(NAME, _judge, (*misconceptions_of(RIVALS), *AFTER)),)
