"""A training step on attacked pictures: which pictures teach, with which gradients, who moves and where to.

The attack is scripted: it leaves large gradients in the model, as an attack may.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import torch

from gan_course.exercises.classifiers import Classifier, labels, pictures
from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Findings
from gan_course.exercises.inputs import Inputs
from gan_course.exercises.oracle import Observation
from gan_course.exercises.student.handle import Ref, Student, StudentFault
from gan_course.exercises.values import MODIFIES_INPUTS, as_float, judge_inputs_kept, type_text

VERSION = 1
SKIPS_ATTACK = Misconception(
    "attack_not_used",
    "The attack that was given is not called with model, x and y.",
    "attack(model, x, y) needs gradients and the labels of these very pictures.",
)
ATTACKS_TWICE = Misconception(
    "attacks_twice",
    "The attacked pictures are attacked once more.",
    "One attack, on the pictures you were given.",
)
NO_GRADIENTS = Misconception(
    "attack_without_gradients",
    "The attack was called where gradients are switched off.",
    "An attack differentiates: leave it outside of torch.no_grad().",
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
NOT_A_NUMBER = Misconception(
    "not_a_number",
    "What your step returns is no Python number.",
    "Return the loss as it was before the weights moved; .item() makes a float of a tensor with one element.",
    share=0.4,
)
KEEPS_GRAPH = Misconception(
    "keeps_graph",
    "Your step returns a tensor that still holds its graph, not a plain number.",
    "A history of such losses keeps every step's graph in memory. .item() makes a number of it.",
    share=0.4,
)
MISCONCEPTIONS = (
    SKIPS_ATTACK,
    ATTACKS_TWICE,
    NO_GRADIENTS,
    LEFT_IN_EVAL,
    LEFT_FROZEN,
    RETURN,
    NOT_A_NUMBER,
    KEEPS_GRAPH,
    MODIFIES_INPUTS,
)


@dataclass(frozen=True)
class _Gym:
    """A model with old gradients, its optimiser, batches, and an attack that knows them."""

    model: Ref
    optimizer: Ref
    batches: tuple[tuple[torch.Tensor, torch.Tensor], ...]
    attack: Ref
    outcomes: torch.Tensor

    def arguments(self, which: int) -> list[Any]:
        """The arguments of one call."""
        x, y = self.batches[which]
        return [self.model, self.optimizer, x, y, self.attack]


def play(student: Student, inputs: Inputs, findings: Findings, exercise: str) -> None:
    """Play it.

    Args:
        student: the handle on the answer.
        inputs: for models and batches.
        findings: where to note.
        exercise: name of the function.
    """

    def moved(student: Student, inputs: Inputs) -> Observation:
        """Three steps of different sizes: later ones show old gradients, lost momentum and a batch of one."""
        seen: dict[str, Any] = {}
        for name in ("sgd", "adam"):
            gym = _gym(student, inputs, name)
            for step in range(3 if name == "sgd" else 2):
                student.call(exercise, *gym.arguments(step))
                for weight, value in student.state(gym.model).items():
                    words = f"{_words(weight)} after {step + 1} step{'s' * (step > 0)} of {name.upper()}"
                    seen[words] = _few(value) if inputs.public else value
        return seen

    def returned(student: Student, inputs: Inputs) -> Observation:
        gym = _gym(student, inputs)
        values = [student.call(exercise, *gym.arguments(i)).value for i in (0, 1)]
        return {f"number returned by step {i + 1}": as_float(v) for i, v in enumerate(values)}

    _judge_attack(student, inputs.again(), findings, exercise)
    findings.compare(student, inputs, "who moves, and where to", moved)
    _judge_mode(student, inputs.again(), findings, exercise)
    if _judge_kind(student, inputs.again(), findings, exercise):
        findings.compare(
            student,
            inputs,
            "returns the loss",
            returned,
            otherwise="wrong_return",
            named=False,
            goes_on=True,
        )
    judge_inputs_kept(student, findings, exercise, *_gym(student, inputs.again()).arguments(1))


def _gym(student: Student, inputs: Inputs, optimizer: str = "sgd") -> _Gym:
    drawn = Classifier.drawn(inputs)
    model = drawn.spy(student, training=True)
    student.set_gradients(model, inputs.number(0.5, 1.5))
    made = (
        student.optimizer("sgd", model, lr=inputs.number(0.05, 0.2), momentum=0.5)
        if optimizer == "sgd"
        else student.optimizer("adam", model, lr=inputs.number(0.01, 0.05))
    )
    sizes = (inputs.integer(4, 6), inputs.integer(7, 9), 1)
    batches = tuple(_batch(drawn, inputs, n) for n in sizes)
    clean, y = (torch.cat([batch[i] for batch in batches]) for i in (0, 1))
    outcomes = (clean + inputs.normal(*clean.shape, scale=0.4)).clamp(0, 1)
    attack = student.spy_attack("attack", clean, y, outcomes[None], leaves=inputs.number(0.4, 0.9))
    return _Gym(model, made, batches, attack, outcomes)


def _batch(drawn: Classifier, inputs: Inputs, n: int) -> tuple[torch.Tensor, torch.Tensor]:
    """Pictures and labels; the model gets the first one right and the second one wrong."""
    x, y = pictures(inputs, n), labels(inputs, n)
    scores = drawn.logits(x)
    y[0] = scores[0].argmax()
    if n > 1:
        y[1] = scores[1].argmin()
    return x, y


def _few(value: torch.Tensor) -> torch.Tensor:
    """Eight numbers of a weight: records are small, and who moves wrongly moves everywhere."""
    flat = value.reshape(-1)
    return flat[:: max(1, len(flat) // 8)][:8]


def _words(name: str) -> str:
    """Say in words which of the spy's weights this is."""
    layer, _, kind = name.removeprefix("net.").partition(".")
    which = "first" if layer == "1" else "last"
    return f"{kind}s of the {which} layer" if kind == "weight" else f"{kind} of the {which} layer"


def _judge_attack(student: Student, inputs: Inputs, findings: Findings, exercise: str) -> None:
    """Whatever the step computes, it must call the attack on this batch."""
    gym = _gym(student, inputs)
    student.tape()
    try:
        student.call(exercise, *gym.arguments(0))
    except StudentFault as fault:
        if fault.kind != "raised":
            raise
        attacked = [event for event in student.tape() if event["who"] == "attack"]
        blind = any(not event["grad_enabled"] for event in attacked)
        findings.insist(not blind, "attacks with gradients", "attack_without_gradients")
        return  # what raises as a known mistake does is named below, and all else raises again
    called = [event for event in student.tape() if event["who"] == "attack"]
    thawed = all(p.trainable for p in student.parameters(gym.model))
    findings.insist(thawed, "the model can still learn", "left_frozen")
    x, y = gym.batches[0]
    asked = any(torch.equal(e["x"], x) and torch.equal(e["y"].long(), y) for e in called)
    once = not any(_holds(e["x"], gym.outcomes[:1]) for e in called)
    findings.insist(once, "attacks the pictures given", "attacks_twice")
    if called and not asked:
        return  # with other labels or pictures: the comparison may know why
    findings.insist(bool(called), "uses the attack given", "attack_not_used")


def _judge_mode(student: Student, inputs: Inputs, findings: Findings, exercise: str) -> None:
    gym = _gym(student, inputs)
    student.tape()
    student.call(exercise, *gym.arguments(0))
    n = len(gym.batches[0][0])
    taught = [
        event
        for event in student.tape()
        if event["who"] == "model" and _holds(event["input"], gym.outcomes[:n]) and event["grad_enabled"]
    ]
    learned = any(event["training"] for event in taught) and student.is_training(gym.model)
    findings.require(learned, "learns in training mode", "learns_in_eval")


def _judge_kind(student: Student, inputs: Inputs, findings: Findings, exercise: str) -> bool:
    """Require that a plain number comes back; tell whether one did."""
    answer = student.call(exercise, *_gym(student, inputs).arguments(0))
    criterion, seen = "returns a number", f"returned {type_text(answer.value)}"
    if not findings.require(not answer.attached, criterion, "keeps_graph", seen):
        return False
    number = None if isinstance(answer.value, torch.Tensor) else as_float(answer.value)
    return findings.require(number is not None, criterion, "not_a_number", seen)


def _holds(shown: Any, attacked: torch.Tensor) -> bool:
    """Whether a batch shown to the model contains the attacked pictures."""
    size = attacked[0].numel()
    if not isinstance(shown, torch.Tensor) or not shown.numel() or shown.numel() % size:
        return False
    rows, wanted = shown.reshape(-1, size), attacked.flatten(1)
    return bool(((rows[:, None] - wanted[None]).abs().amax(-1) < 1e-6).any(0).all())
