"""A measurement of accuracy under attack: which samples count, against how many restarts, in which mode.

The attack is scripted: what becomes of each example at each visit is known, so that the right number and
that of each mistake are all different.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import torch

from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Findings
from gan_course.exercises.inputs import Inputs
from gan_course.exercises.oracle import Observation
from gan_course.exercises.student.handle import Ref, Student, StudentFault
from gan_course.exercises.values import MODIFIES_INPUTS, as_float, judge_inputs_kept, type_text

VERSION = 1
CLASSES = 4
NO_GRADIENTS = Misconception(
    "attack_without_gradients",
    "The attack was called where gradients are switched off.",
    "An attack differentiates. torch.no_grad() belongs around your own look at the predictions, not around the attack.",
)
CHAINED = Misconception(
    "chained_restarts",
    "An attack sets off from a picture that was attacked before, not from the original one.",
    "Each restart is a try of its own: attack(model, x, y) with the x you were given.",
)
OTHER_LABELS = Misconception(
    "attacks_the_prediction",
    "The attack is not given the true labels of the pictures.",
    "attack(model, x, y): where the model errs, its own prediction is another class than y.",
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
MISCONCEPTIONS = (NO_GRADIENTS, CHAINED, OTHER_LABELS, DROPOUT_ON, LEFT_IN_EVAL, MODIFIES_INPUTS)
# Samples and restarts; without a number of restarts there is one, and a second would break more.
SIZES: tuple[tuple[int, int | None], ...] = ((23, 3), (1, 1), (31, None), (7, 2), (40, 2), (16, 5))


@dataclass(frozen=True)
class _Scene:
    """Examples, their labels, and what becomes of them at each restart.

    Attributes:
        x: (N, 1, 2, 2); the model says the index of the brightest pixel.
        y: labels, (N,).
        outcomes: (R, N, 1, 2, 2).
    """

    x: torch.Tensor
    y: torch.Tensor
    outcomes: torch.Tensor

    def attack(self, student: Student) -> Ref:
        """Make the attack with these outcomes in the student's process."""
        return student.spy_attack("attack", self.x, self.y, self.outcomes)


def play(student: Student, inputs: Inputs, findings: Findings, exercise: str) -> None:
    """Play it.

    Args:
        student: the handle on the answer.
        inputs: for examples and outcomes.
        findings: where to note.
        exercise: name of the function.
    """
    scene = _scene(inputs.again(), 12, 2)
    _judge_calls(student, findings, exercise, scene)

    def shares(student: Student, inputs: Inputs) -> Observation:
        seen: dict[str, Any] = {}
        for n, restarts in SIZES:
            tries = f"{restarts or 'no number of'} restart{'s' * (restarts != 1)}"
            found = _call(student, exercise, _scene(inputs, n, restarts or 2), restarts)
            seen[f"share on {n} sample{'s' * (n != 1)}, {tries}"] = as_float(found)
        return seen

    findings.compare(student, inputs, "which samples count", shares)
    _judge_modes(student, findings, exercise, scene)
    attack = scene.attack(student)
    judge_inputs_kept(student, findings, exercise, _model(student), attack, scene.x, scene.y, 2)


def _judge_calls(student: Student, findings: Findings, exercise: str, scene: _Scene) -> None:
    """Look at how the attack is called, whatever comes of it."""
    student.tape()
    try:
        value = _call(student, exercise, scene, 2)
    except StudentFault as fault:
        if fault.kind != "raised":
            raise
        blind = any(not event["grad_enabled"] for event in _attacks(student))
        findings.insist(not blind, "attacks with gradients", "attack_without_gradients")
        return  # what raises as a known mistake does is named below, and all else raises again
    number = as_float(value)
    findings.insist(number is not None, "returns a number", "wrong_type", f"returned {type_text(value)}")
    findings.passed("returns a number")
    calls = _attacks(student)
    fresh = all(not _shown(event["x"], scene.outcomes).any() for event in calls)
    findings.insist(fresh, "attacks the original pictures", "chained_restarts")
    labelled = all(_shown(event["x"], scene.x, event["y"], scene.y).all() for event in calls)
    findings.require(labelled, "attacks with the true labels", "attacks_the_prediction")


def _attacks(student: Student) -> list[dict[str, Any]]:
    return [event for event in student.tape() if event["who"] == "attack"]


def _shown(
    given: torch.Tensor,
    known: torch.Tensor,
    labels: torch.Tensor | None = None,
    right: torch.Tensor | None = None,
) -> torch.Tensor:
    """Tell of each picture given whether it is among the known ones, with its right label where there are any."""
    if given.numel() % CLASSES:
        return torch.zeros(1, dtype=torch.bool)
    rows, others = given.reshape(-1, CLASSES), known.reshape(-1, CLASSES)
    alike = (rows[:, None] - others[None]).abs().amax(-1) < 1e-6
    if labels is not None and right is not None:
        alike &= labels.reshape(-1, 1).long() == right[None]
    return alike.any(dim=1)


def _judge_modes(student: Student, findings: Findings, exercise: str, scene: _Scene) -> None:
    restored, used = True, True
    for training in (True, False):
        model = _model(student)
        student.is_training(model, switch_to=training)
        student.tape()
        student.call(exercise, model, scene.attack(student), scene.x, scene.y, 2)
        used = used and not any(event["training"] for event in student.tape())
        restored = restored and student.is_training(model) == training
    findings.require(used, "attacks and judges in evaluation mode", "dropout_left_on")
    findings.require(restored, "hands the model back as it came", "mode_not_restored")


def _model(student: Student) -> Ref:
    return student.spy_module("model", [("flatten",), ("linear", 6 * torch.eye(CLASSES), None)])


def _call(student: Student, exercise: str, scene: _Scene, restarts: int | None) -> Any:
    model = _model(student)
    student.is_training(model, switch_to=False)
    given = [] if restarts is None else [restarts]
    return student.call(exercise, model, scene.attack(student), scene.x, scene.y, *given).value


# ---- scenes -----------------------------------------------------------------------------------


def _scene(inputs: Inputs, n: int, restarts: int) -> _Scene:
    """Draw a scene in which the shares of likely mistakes differ, as far as n allows.

    Samples that are misread without an attack stay misread, as the exercise says, though not as the same class
    each time: it does not matter whether x itself is looked at, too.
    """
    for _ in range(200):
        y = (inputs.uniform(n) * CLASSES).long()
        misread = inputs.uniform(n) < 0.25
        falls = misread | (inputs.uniform(restarts, n) < 0.3)
        other = (y + 1 + (inputs.uniform(restarts + 1, n) * (CLASSES - 1)).long()) % CLASSES
        before = torch.where(misread, other[-1], y)
        rounds = _in_telling_order(torch.where(falls, other[:-1], y), y)
        if n < 10 or _tells(rounds, before, y):
            break
    outcomes = torch.stack([_showing(inputs, said) for said in rounds])
    return _Scene(_showing(inputs, before), y, outcomes)


def _showing(inputs: Inputs, said: torch.Tensor) -> torch.Tensor:
    """Pictures whose brightest pixel is given; no two are alike."""
    n = len(said)
    x = inputs.uniform(n, CLASSES, low=0.0, high=0.6)
    x[torch.arange(n), said] = inputs.uniform(n, low=0.8, high=1.0)
    return x.reshape(-1, 1, 2, 2)


def _in_telling_order(rounds: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
    """Order restarts so that neither the first nor the last is the best or the worst in every scene."""
    ranked = rounds[(rounds == y).float().mean(dim=1).argsort()]
    return torch.cat([ranked[-1:], ranked[:-1]]) if len(ranked) > 2 else ranked


def _tells(rounds: torch.Tensor, before: torch.Tensor, y: torch.Tensor) -> bool:
    """Whether restarts break different samples; whether some are misread before, some fall and some stand."""
    stood = rounds == y
    shares = stood.float().mean(dim=1).sort().values
    apart = bool((shares[1:] - shares[:-1] > 0.02).all()) if len(rounds) < 4 else bool(shares[0] < shares[-1])
    all_of_them = float(stood.all(dim=0).float().mean())
    return apart and 0 < all_of_them < float(shares[0]) - 0.02 and bool((before != y).any())
