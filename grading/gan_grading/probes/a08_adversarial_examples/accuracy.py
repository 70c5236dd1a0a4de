"""Probe of robust accuracy: which samples count, against how many restarts, in which mode.

The attack is scripted: what becomes of each example at each visit is known, so that the right number and
that of each mistake are all different.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import Any

import torch
from torch import nn

from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Sheet
from gan_course.exercises.inputs import Dice
from gan_course.exercises.student.handle import Ref, Student, StudentFault
from gan_course.exercises.values import MODIFIES_INPUTS, as_float, judge_inputs_kept, type_text
from gan_grading.probes.probe import Duel, Observation, Probe, Rival, misconceptions_of

NAME = "robust_accuracy"
CLASSES = 4
Attack = Callable[[nn.Module, torch.Tensor, torch.Tensor], torch.Tensor]

LEFT_OUT = Misconception(
    "misclassified_left_out",
    "Samples that the model gets wrong without any attack are left out of the count.",
    "Robust accuracy is a share of all N samples. A digit that is read wrongly to begin with is not read robustly.",
)
CLEAN = Misconception(
    "clean_accuracy",
    "This is the accuracy on the samples as they are.",
    "The model must be right on what attack(model, x, y) returns.",
)
AVERAGED = Misconception(
    "averaged_over_restarts",
    "The accuracies of the restarts are averaged.",
    "An attacker needs one success. A sample counts only if the model is right after every restart.",
)
SMALLEST = Misconception(
    "smallest_of_restarts",
    "The smallest accuracy of any one restart is returned.",
    "Different restarts may break different samples. Keep count of each sample, not of each restart.",
)
ANY = Misconception(
    "any_restart_survived",
    "A sample counts as soon as it survives one restart.",
    "The attacker may choose the restart; so the sample has to survive all of them.",
)
RESTARTS = Misconception(
    "restarts_ignored",
    "Not every restart counts.",
    "Call the attack `restarts` times, on the original x each time, and remember who fell in any of them.",
)
ERROR_RATE = Misconception(
    "error_rate",
    "This is the share of samples that fell, not of those that stood.",
    "Accuracy counts the samples on which the model is right.",
)
UNIT = Misconception(
    "not_a_share",
    "The number is not a share between 0 and 1.",
    "Divide the count by the number of samples, and leave percent to the one who prints it.",
    share=0.5,
)
SAME_AS_BEFORE = Misconception(
    "compared_with_prediction",
    "The prediction after the attack is compared with the prediction before it, not with the true label.",
    "A sample that is wrong before and after is stable, but not right.",
)
NO_GRADIENTS = Misconception(
    "attack_without_gradients",
    "The attack was called where gradients are switched off.",
    "An attack differentiates. torch.no_grad() belongs around your own look at the predictions, not around the attack.",
)
DROPOUT_ON = Misconception(
    "dropout_left_on",
    "The model was attacked or judged in training mode.",
    "With dropout on, every call meets another network, and the number says nothing about the one that is used. Which mode is for use?",
    share=0.5,
)
LEFT_IN_EVAL = Misconception(
    "mode_not_restored",
    "The model does not come back in the mode in which it came.",
    "A measurement in the middle of training must not change what follows. Remember model.training, and restore it.",
    share=0.4,
)
GROUP_SIZE = Misconception(
    "average_of_batches",
    "Batches of different sizes count the same.",
    "Add up the samples, then divide once by N.",
)


@dataclass(frozen=True)
class Scene:
    """Examples, their labels, and what becomes of them at each restart.

    Attributes:
        x: (N, 1, 2, 2); the model says the index of the brightest pixel.
        y: labels, (N,).
        outcomes: (R, N, 1, 2, 2).
    """

    x: torch.Tensor
    y: torch.Tensor
    outcomes: torch.Tensor

    def shares(self) -> list[float]:
        """What the right answer and its likeliest mistakes give."""
        before = _said(self.x) == self.y
        after = torch.stack([_said(o) == self.y for o in self.outcomes])
        stood = after.all(dim=0)
        kept = torch.stack([_said(o) == _said(self.x) for o in self.outcomes]).all(dim=0)
        numbers = [stood, before, after.any(dim=0), after[-1], after[0], kept]
        left_out = float((stood & before).sum()) / max(1, int(before.sum()))
        return [*(float(n.float().mean()) for n in numbers), left_out, float(after.float().mean())]


def _said(x: torch.Tensor) -> torch.Tensor:
    return x.flatten(1).argmax(dim=1)


def _showing(dice: Dice, said: list[int]) -> torch.Tensor:
    """Pictures whose brightest pixel is given; no two are alike."""
    x = dice.uniform(len(said), CLASSES, low=0.0, high=0.6)
    x[torch.arange(len(said)), torch.tensor(said)] = dice.uniform(len(said), low=0.8, high=1.0)
    return x.reshape(-1, 1, 2, 2)


def _scene(dice: Dice, n: int, restarts: int) -> Scene:
    """Draw a scene in which the shares differ, as far as n allows.

    Samples that are wrong to begin with stay wrong, so that it does not matter whether x itself counts.
    """
    for _ in range(200):
        y = [dice.integer(0, CLASSES - 1) for _ in range(n)]
        other = [(label + dice.integer(1, CLASSES - 1)) % CLASSES for label in y]
        wrong = [dice.number(0, 1) < 0.25 for _ in range(n)]
        before = [o if w else label for label, o, w in zip(y, other, wrong, strict=True)]
        after = []
        for _ in range(restarts):
            falls = [w or dice.number(0, 1) < 0.3 for w in wrong]
            after.append([o if f else label for label, o, f in zip(y, other, falls, strict=True)])
        rounds = _in_telling_order(after, y)
        scene = Scene(
            _showing(dice, before), torch.tensor(y), torch.stack([_showing(dice, said) for said in rounds])
        )
        first, *rest = scene.shares()
        # With one restart some of these are the same number by their meaning.
        apart = [r for i, r in enumerate(rest) if restarts > 1 or i not in (1, 2, 3, 6)]
        if n < 10 or (first > 0 and all(abs(first - r) > 0.02 for r in apart) and _distinct(rounds, y)):
            break
    return scene


def _share(said: list[int], y: list[int]) -> float:
    return sum(s == label for s, label in zip(said, y, strict=True)) / len(y)


def _in_telling_order(rounds: list[list[int]], y: list[int]) -> list[list[int]]:
    """Order restarts so that neither the first nor the last is the best or the worst in every scene."""
    ranked = sorted(rounds, key=lambda said: _share(said, y))
    return [ranked[-1], *ranked[:-1]] if len(ranked) > 2 else ranked


def _distinct(rounds: list[list[int]], y: list[int]) -> bool:
    shares = sorted(_share(said, y) for said in rounds)
    return all(b - a > 0.02 for a, b in pairwise(shares))


def _model(student: Student) -> Ref:
    return student.spy_module("model", [("flatten",), ("linear", 6 * torch.eye(CLASSES), None)])


def _call(student: Student, scene: Scene, restarts: int | None, training: bool = False) -> Any:
    model = _model(student)
    student.is_training(model, switch_to=training)
    attack = student.spy_attack("attack", scene.x, scene.y, scene.outcomes)
    given = [] if restarts is None else [restarts]
    return student.call(NAME, model, attack, scene.x, scene.y, *given).value


def _play(student: Student, dice: Dice) -> Observation:
    seen: dict[str, Any] = {}
    sizes: tuple[tuple[int, int | None], ...] = ((23, 3), (1, 1), (31, None), (7, 2), (40, 2))
    for i, (n, restarts) in enumerate(sizes):
        # Without a number of restarts there is one; a second would break more.
        seen[f"case {i}"] = as_float(_call(student, _scene(dice, n, restarts or 2), restarts))
    return seen


def _judge(student: Student, dice: Dice, sheet: Sheet) -> None:
    scene = _scene(Dice(dice.seed), 12, 2)
    student.tape()
    try:
        value = _call(student, scene, 2)
    except StudentFault as fault:
        if fault.kind != "raised":
            raise
        attacked = [event for event in student.tape() if event["who"] == "attack"]
        blind = any(not event["grad_enabled"] for event in attacked)
        sheet.insist(not blind, "attacks with gradients", "attack_without_gradients")
    else:
        number = as_float(value)
        sheet.insist(number is not None, "returns a number", "wrong_type", f"returned {type_text(value)}")
        sheet.passed("returns a number")
    Duel(NAME, "which samples count", _play, _reference, RIVALS).judge(student, dice, sheet)
    _judge_modes(student, sheet, scene)
    attack = student.spy_attack("attack", scene.x, scene.y, scene.outcomes)
    judge_inputs_kept(student, sheet, NAME, _model(student), attack, scene.x, scene.y, 2)


def _judge_modes(student: Student, sheet: Sheet, scene: Scene) -> None:
    restored, used = True, True
    for training in (True, False):
        model = _model(student)
        student.is_training(model, switch_to=training)
        attack = student.spy_attack("attack", scene.x, scene.y, scene.outcomes)
        student.tape()
        student.call(NAME, model, attack, scene.x, scene.y, 2)
        used = used and not any(event["training"] for event in student.tape())
        restored = restored and student.is_training(model) == training
    sheet.require(used, "attacks and judges in evaluation mode", "dropout_left_on")
    sheet.require(restored, "hands the model back as it came", "mode_not_restored")


def _right(model: nn.Module, x: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
    with torch.no_grad():
        right: torch.Tensor = model(x).argmax(dim=1) == y
    return right


def _rounds(model: nn.Module, attack: Attack, x: Any, y: Any, restarts: int) -> torch.Tensor:
    """Who stood in which restart, (restarts, N)."""
    return torch.stack([_right(model, attack(model, x, y), y) for _ in range(restarts)])


def _of_rounds(count: Callable[[torch.Tensor], torch.Tensor]) -> Callable[..., float]:
    """A share computed from who stood in which restart."""
    return lambda model, attack, x, y, restarts=1: float(count(_rounds(model, attack, x, y, restarts)))


_reference = _of_rounds(lambda stood: stood.all(dim=0).float().mean())


def _left_out(model: nn.Module, attack: Attack, x: Any, y: Any, restarts: int = 1) -> float:
    before = _right(model, x, y)
    stood = _rounds(model, attack, x, y, restarts).all(dim=0)
    return float((stood & before).sum() / before.sum())


def _left_out_averaged(model: nn.Module, attack: Attack, x: Any, y: Any, restarts: int = 1) -> float:
    before = _right(model, x, y)
    return float(_rounds(model, attack, x, y, restarts)[:, before].float().mean())


def _attacked_right_ones_only(model: nn.Module, attack: Attack, x: Any, y: Any, restarts: int = 1) -> float:
    before = _right(model, x, y)
    return float(_rounds(model, attack, x[before], y[before], restarts).all(dim=0).float().mean())


def _as_before(model: nn.Module, attack: Attack, x: Any, y: Any, restarts: int = 1) -> float:
    with torch.no_grad():
        said = model(x).argmax(dim=1)
    rounds = [_right(model, attack(model, x, y), said) for _ in range(restarts)]
    return float(torch.stack(rounds).all(dim=0).float().mean())


def _chained(model: nn.Module, attack: Attack, x: Any, y: Any, restarts: int = 1) -> float:
    """Each restart attacks the result of the one before."""
    stood = torch.ones(len(x), dtype=torch.bool)
    for _ in range(restarts):
        x = attack(model, x, y)
        stood &= _right(model, x, y)
    return float(stood.float().mean())


def _chained_last(model: nn.Module, attack: Attack, x: Any, y: Any, restarts: int = 1) -> float:
    for _ in range(restarts):
        x = attack(model, x, y)
    return float(_right(model, x, y).float().mean())


def _over(size: int, stood: torch.Tensor) -> torch.Tensor:
    return stood.all(dim=0).float().sum() / size


def _of_batches(size: int) -> Callable[..., float]:
    def answer(model: nn.Module, attack: Attack, x: Any, y: Any, restarts: int = 1) -> float:
        parts = [
            _reference(model, attack, a, b, restarts)
            for a, b in zip(x.split(size), y.split(size), strict=True)
        ]
        return sum(parts) / len(parts)

    return answer


RIVALS = (
    Rival(LEFT_OUT, _left_out),
    Rival(LEFT_OUT, _attacked_right_ones_only),
    Rival(LEFT_OUT, _left_out_averaged),
    Rival(CLEAN, lambda model, attack, x, y, restarts=1: float(_right(model, x, y).float().mean())),
    Rival(AVERAGED, _of_rounds(lambda stood: stood.float().mean())),
    Rival(SMALLEST, _of_rounds(lambda stood: stood.float().mean(dim=1).amin())),
    Rival(SMALLEST, _of_rounds(lambda stood: stood.float().mean(dim=1).amax())),
    Rival(ANY, _of_rounds(lambda stood: stood.any(dim=0).float().mean())),
    Rival(RESTARTS, _of_rounds(lambda stood: stood[0].float().mean())),
    Rival(RESTARTS, _of_rounds(lambda stood: stood[-1].float().mean())),
    Rival(RESTARTS, _chained),
    Rival(RESTARTS, _chained_last),
    Rival(ERROR_RATE, _of_rounds(lambda stood: 1 - stood.all(dim=0).float().mean())),
    Rival(ERROR_RATE, _of_rounds(lambda stood: 1 - stood.float().mean())),
    Rival(UNIT, _of_rounds(lambda stood: 100 * stood.all(dim=0).float().mean())),
    Rival(UNIT, _of_rounds(lambda stood: stood.all(dim=0).float().sum())),
    Rival(UNIT, _of_rounds(lambda stood: stood.float().sum() / stood.shape[1])),
    Rival(SAME_AS_BEFORE, _as_before),
    *(Rival(GROUP_SIZE, _of_batches(size)) for size in (2, 4, 5, 8, 10, 16, 32)),
    *(Rival(UNIT, _of_rounds(partial(_over, n))) for n in (10, 32, 64, 100, 128, 256, 360)),
)

PROBES = (
    Probe(
        NAME, _judge, (*misconceptions_of(RIVALS), NO_GRADIENTS, DROPOUT_ON, LEFT_IN_EVAL, MODIFIES_INPUTS)
    ),
)
