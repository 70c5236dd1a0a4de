"""The push a loss gives to each sample through a network: its value over shapes, and what is left behind."""

from __future__ import annotations

from typing import Any

from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Findings
from gan_course.exercises.inputs import Inputs
from gan_course.exercises.oracle import Observation, Play
from gan_course.exercises.step_misconceptions import LEFT_FROZEN, LEFT_IN_EVAL
from gan_course.exercises.stops import category
from gan_course.exercises.student.handle import Ref, Student, StudentFault
from gan_course.exercises.values import MODIFIES_INPUTS, insist_tensor, judge_inputs_kept

VERSION = 1
LOSS_LEFT_OUT = Misconception(
    "loss_left_out",
    "You differentiate the critic itself, not the loss.",
    "The four losses share one D. What makes them differ is the loss on top of it.",
)
CUT = Misconception(
    "cut",
    "Your push is zero everywhere, or no gradient was found.",
    "Something between x and the loss cuts the graph: detach() after D, no_grad(), or an x that asks for no gradient.",
)
SWITCHED_ON = Misconception(
    "switched_on",
    "Layers of the critic that were frozen, or in evaluation mode, before your call are switched on after it.",
    "Leave the critic's switches alone, or remember how each stood. The gradient in x needs none of them.",
    share=0.5,
)
MISCONCEPTIONS = (SWITCHED_ON, LOSS_LEFT_OUT, CUT, LEFT_FROZEN, LEFT_IN_EVAL, MODIFIES_INPUTS)
THE_PUSH = "the push"
NO_GRADIENT = category(
    "RuntimeError", "element 0 of tensors does not require grad and does not have a grad_fn"
)


def play(student: Student, inputs: Inputs, findings: Findings, exercise: str) -> None:
    """Play a function of a critic, samples and a loss.

    Args:
        student: the handle on the answer.
        inputs: for networks, samples and losses.
        findings: where to note.
        exercise: name of the function.
    """
    fresh = inputs.again()
    critic, x, loss = _critic(student, fresh, 2, False), fresh.normal(6, 2), _mean_loss(student, fresh)
    student.tape()
    try:
        first = student.call(exercise, critic, x, loss).value
    except StudentFault as fault:
        if fault.kind == "raised" and category(fault.type_name, fault.message) == NO_GRADIENT:
            findings.insist(False, THE_PUSH, "cut", fault.message)
        raise
    used = any(e["who"] == "loss" for e in student.tape())
    insist_tensor(findings, first, "returns a tensor")
    findings.insist(used, "uses the loss given", "loss_left_out")
    findings.compare(student, inputs, THE_PUSH, _pushes(exercise, whole=False))
    findings.compare(
        student, inputs, "the push of a loss that is no mean", _pushes(exercise, whole=True), goes_on=True
    )
    trainable = all(p.trainable for p in student.parameters(critic))
    findings.require(trainable, "D can still learn", "left_frozen")
    findings.require(student.is_training(critic), "D stays in training mode", "left_in_eval")
    judge_inputs_kept(student, findings, exercise, critic, x, loss)
    # What was frozen, or in evaluation mode, before the call is so after it.
    student.freeze(critic, "net.0")
    student.is_training(critic, switch_to=False)
    student.call(exercise, critic, x, loss)
    frozen = [p.name for p in student.parameters(critic) if not p.trainable]
    as_before = all(name.startswith("net.0") for name in frozen) and len(frozen) == 2
    as_before = as_before and not student.is_training(critic)
    findings.require(as_before, "D is left as it was", "switched_on")


def _critic(student: Student, inputs: Inputs, width: int, images: bool) -> Ref:
    hidden = inputs.integer(3, 6) if not inputs.public else 3
    layers: list[tuple[Any, ...]] = [
        ("linear", inputs.normal(hidden, width), inputs.normal(hidden)),
        ("softplus",),
        ("linear", inputs.normal(1, hidden), inputs.normal(1)),
    ]
    flat = inputs.choice((True, False))
    return student.spy_module("D", [("flatten",), *layers] if images else layers, flat_output=flat)


def _mean_loss(student: Student, inputs: Inputs) -> Ref:
    return student.spy_loss("loss", [(inputs.number(-1.5, 1.5), inputs.number(0.4, 1.6))])


def _pushes(exercise: str, whole: bool) -> Play:
    """Pushes on points and images, each asked for twice of the same critic.

    Args:
        exercise: name of the function.
        whole: whether the loss is no mean over samples, so that it needs the batch as a whole.
    """

    def play(student: Student, inputs: Inputs) -> Observation:
        seen: dict[str, Any] = {}
        picture = (2, 3, 3) if not inputs.public else (2, 2, 1)
        shapes = (("points", (inputs.integer(5, 9), 2)), ("a single point", (1, 3)))
        for what, shape in (*shapes, ("images", (inputs.integer(3, 4), *picture))):
            x = inputs.normal(*shape)
            critic = _critic(student, inputs, x[0].numel(), images=len(shape) > 2)
            loss = _mean_loss(student, inputs)
            if whole:
                terms = (inputs.number(-1.5, 1.5), inputs.number(0.4, 1.6), inputs.number(1.0, 2.0))
                loss = student.spy_loss("loss", [terms])
            student.set_gradients(critic, 1.0)
            seen[f"push on {what}"] = student.call(exercise, critic, x, loss).value
            if not whole and len(x) > 1:
                again = inputs.normal(*shape)
                seen[f"push on {what}, second call"] = student.call(exercise, critic, again, loss).value
        return seen

    return play
