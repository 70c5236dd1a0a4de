"""Small classifiers of pictures with given weights, and what an attack on them has to leave as it was.

Pictures are (N, 1, 3, 4), logits (N, 5): neither square nor as many as the digits of the lesson.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import torch

from gan_course.exercises.compare import DEFAULT, Tolerance
from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Findings
from gan_course.exercises.inputs import Inputs
from gan_course.exercises.oracle import Play
from gan_course.exercises.student.handle import Ref, Student
from gan_course.exercises.values import judge_inputs_kept

ROWS, COLUMNS, CLASSES = 3, 4, 5
PIXELS = ROWS * COLUMNS
GRADIENTS_LEFT = Misconception(
    "gradients_left",
    "Your attack leaves its gradients in the model's parameters.",
    "loss.backward() fills every .grad it meets, the parameters' too, and the next training step would use them. "
    "torch.autograd.grad asks for one gradient alone.",
    share=0.3,
)
KEEPS_GRAPH = Misconception(
    "keeps_graph",
    "What you return still hangs on a graph.",
    "An attacked picture is data: detach it, or memory and time grow with every step that uses it.",
    share=0.25,
)
MODEL_CHANGED = Misconception(
    "model_changed",
    "Your attack leaves the model in another state: other weights, another mode, or frozen.",
    "Attacking is looking. Whatever you switch in the model, switch back before you return.",
    share=0.5,
)
IN_TRAINING = Misconception(
    "attacks_in_training_mode",
    "Your attack switches the model to training mode while it looks at it.",
    "In training mode dropout switches units off and batch normalisation looks at the whole batch: another "
    "network. The model comes in evaluation mode, and that is the one to attack.",
    share=0.5,
)
LEAVES_CLEAN = (GRADIENTS_LEFT, KEEPS_GRAPH, MODEL_CHANGED, IN_TRAINING)


@dataclass(frozen=True)
class Classifier:
    """Two linear layers: pixels to hidden units, tanh, to logits."""

    first: torch.Tensor
    first_bias: torch.Tensor
    second: torch.Tensor
    second_bias: torch.Tensor

    @classmethod
    def drawn(cls, inputs: Inputs, idle: int = 0, steep: float = 0.5) -> Classifier:
        """Draw one; the first ``idle`` pixels have no influence at all, ``steep`` ones bend more."""
        hidden = inputs.integer(5, 7)
        first = inputs.normal(hidden, PIXELS, scale=steep)
        first[:, :idle] = 0.0
        return cls(
            first, inputs.normal(hidden, scale=0.3), inputs.normal(CLASSES, hidden), inputs.normal(CLASSES)
        )

    def logits(self, x: torch.Tensor) -> torch.Tensor:
        """What it says of pictures, (N, 5)."""
        hidden = torch.tanh(x.flatten(1) @ self.first.T + self.first_bias)
        return hidden @ self.second.T + self.second_bias

    def spy(self, student: Student, training: bool = False) -> Ref:
        """Make it in the student's process, in evaluation mode unless told otherwise."""
        layers = [
            ("flatten",),
            ("linear", self.first, self.first_bias),
            ("tanh",),
            ("linear", self.second, self.second_bias),
        ]
        model = student.spy_module("model", layers)
        student.is_training(model, switch_to=training)
        return model


def batch_normed(student: Student, inputs: Inputs) -> Ref:
    """Make a convolutional classifier with batch normalisation, which is another function in training mode."""
    inner = 3 * (ROWS - 1) * (COLUMNS - 1)
    layers = [
        ("conv", inputs.normal(3, 1, 2, 2), inputs.normal(3, scale=0.3), 1, 0),
        (
            "batch_norm",
            inputs.uniform(3, low=0.5, high=1.5),
            inputs.normal(3, scale=0.3),
            inputs.normal(3, scale=0.8),
            inputs.sizes(3, low=0.1, high=3.0),
        ),
        ("tanh",),
        ("flatten",),
        ("linear", inputs.normal(CLASSES, inner), inputs.normal(CLASSES)),
    ]
    model = student.network(layers)
    student.is_training(model, switch_to=False)
    return model


def pictures(inputs: Inputs, n: int, low: float = 0.0, high: float = 1.0, grey: bool = False) -> torch.Tensor:
    """Pictures (n, 1, 3, 4); every fifth pixel or so is quite black or quite white, or all are medium grey."""
    if grey:
        return inputs.uniform(
            n, 1, ROWS, COLUMNS, low=0.55 * low + 0.45 * high, high=0.45 * low + 0.55 * high
        )
    x = inputs.uniform(n, 1, ROWS, COLUMNS, low=low, high=high)
    fate = inputs.uniform(n, 1, ROWS, COLUMNS)
    return torch.where(fate < 0.1, low, torch.where(fate > 0.9, high, x))


def labels(inputs: Inputs, n: int) -> torch.Tensor:
    """Labels (n,), in no relation to the pictures."""
    return torch.tensor([inputs.integer(0, CLASSES - 1) for _ in range(n)])


def compare_signs(
    student: Student,
    inputs: Inputs,
    findings: Findings,
    criterion: str,
    play: Play,
    tolerance: Tolerance = DEFAULT,
    **options: Any,
) -> bool:
    """Compare what hangs on signs of slopes: rounding may turn the sign of a slope that is all but 0.

    About one world in 10,000 has such a slope, so a right answer that rounds in another way gets a second one.
    The public world has none.
    """
    if not inputs.public:
        if findings.agrees(student, inputs, criterion, play, tolerance):
            findings.passed(criterion)
            return True
        inputs = inputs.elsewhere()
    return findings.compare(student, inputs, criterion, play, tolerance=tolerance, **options)


def judge_leaves_clean(
    student: Student,
    inputs: Inputs,
    findings: Findings,
    attack: Callable[[Ref, torch.Tensor, torch.Tensor], tuple[str, list[Any]]],
) -> None:
    """Require that an attack leaves model and pictures as they were, and returns plain numbers.

    Args:
        student: the handle.
        inputs: for models and pictures.
        findings: where to note.
        attack: returns the exercise's name and the arguments of a call, from model, pictures and labels.
    """
    own = inputs.again()
    drawn = Classifier.drawn(own)
    x, y = pictures(own, 4), labels(own, 4)
    clean, kept, weights, looked, detached = True, True, True, True, True
    for old in (None, own.number(0.5, 1.5)):
        for model in (drawn.spy(student), batch_normed(student, own.again())):
            if old is not None:
                student.set_gradients(model, old)
            before = student.state(model)
            name, arguments = attack(model, x, y)
            student.tape()
            detached = not student.call(name, *arguments).attached and detached
            looked = looked and not any(event.get("training") for event in student.tape())
            after, state = student.parameters(model), student.state(model)
            clean = clean and all(_clean(p.gradient, old) for p in after)
            weights = weights and all(torch.equal(before[p.name], p.value) for p in after)
            weights = weights and all(p.trainable for p in after) and not student.is_training(model)
            kept = kept and all(torch.equal(before[k], state[k]) for k in before)
    findings.require(detached, "returns plain numbers", "keeps_graph")
    findings.require(clean, "leaves no gradients behind", "gradients_left")
    # What batch normalisation remembers changes with every look in training mode: one cause, one finding.
    as_it_was = weights and (kept or not looked)
    if findings.require(as_it_was, "leaves the model as it was", "model_changed"):
        findings.require(looked, "looks at the model in evaluation mode", "attacks_in_training_mode")
    name, arguments = attack(drawn.spy(student), x, y)
    judge_inputs_kept(student, findings, name, *arguments)


def _clean(gradient: torch.Tensor | None, old: float | None) -> bool:
    """Whether a gradient is gone, zero, or what it was before."""
    if gradient is None or not bool(gradient.any()):
        return True
    return old is not None and bool(torch.allclose(gradient, torch.full_like(gradient, old)))
