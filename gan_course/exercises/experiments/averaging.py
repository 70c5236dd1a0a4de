"""One step of weight averaging, played three times with a model that goes on training in between."""

from __future__ import annotations

from typing import Any

from gan_course.exercises.compare import Tolerance, same
from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Findings
from gan_course.exercises.inputs import Inputs
from gan_course.exercises.oracle import Observation
from gan_course.exercises.step_misconceptions import LEFT_FROZEN, LEFT_IN_EVAL
from gan_course.exercises.student.handle import Ref, Student

VERSION = 1
WRITES_MODEL = Misconception(
    "writes_the_model",
    "Your step changes the model that is being trained.",
    "The average watches the model from outside. If it wrote back, training itself would change.",
)
CLEARS = Misconception(
    "clears_gradients",
    "Your step changes the gradients that lie in the model.",
    "Gradients belong to training: whoever adds them up over several batches would lose them here.",
    share=0.5,
)
MISCONCEPTIONS = (WRITES_MODEL, CLEARS, LEFT_FROZEN, LEFT_IN_EVAL)

# Two products and a sum: however they are ordered, float32 agrees far better than half precision does.
EXACT = Tolerance(relative=5e-5, absolute=5e-6)


def play(student: Student, inputs: Inputs, findings: Findings, exercise: str) -> None:
    """Look at the model after one step, then at the average after several."""
    hidden = inputs.integer(3, 6)
    averaged, model = _net(student, inputs, "averaged", hidden), _net(student, inputs, "model", hidden)
    before = student.state(model)
    student.set_gradients(model, inputs.number(0.5, 1.5))
    gradients = [p.gradient for p in student.parameters(model)]
    student.call(exercise, averaged, model, 0.7)
    findings.insist(same(before, student.state(model)), "leaves the model alone", "writes_the_model")
    after = student.parameters(model)
    kept = same(gradients, [p.gradient for p in after])
    findings.require(kept, "leaves the model's gradients alone", "clears_gradients")
    findings.require(all(p.trainable for p in after), "the model can still learn", "left_frozen")
    findings.require(student.is_training(model), "the model stays in training mode", "left_in_eval")

    def steps(student: Student, inputs: Inputs) -> Observation:
        seen: dict[str, Any] = {}
        hidden = inputs.integer(3, 6)
        averaged, model = _net(student, inputs, "averaged", hidden), _net(student, inputs, "model", hidden)
        # With the model trained in between: shared memory and remembered weights show.
        # An average is not trained, and in most programs it is frozen.
        student.freeze(averaged, "")
        keeps = (inputs.number(0.6, 0.95), inputs.number(0.1, 0.4), 0.9, 1.0, 0.0)
        for step, keep in enumerate(keeps, start=1):
            student.call(exercise, averaged, model, keep)
            where = f"after step {step}, keep = {keep:g}"
            seen |= _named(student.state(averaged), f"average {where}")
            seen |= _named(student.state(model), f"model {where}")
            student.scramble(model, 1.0, inputs.seed_for())
            seen |= _named(student.state(averaged), f"average {where}, once the model has moved on")
        return seen

    findings.compare(student, inputs, "the average after each step", steps, tolerance=EXACT)


def _named(state: dict[str, Any], where: str) -> dict[str, Any]:
    return {f"{where}: {name}": value for name, value in state.items()}


def _net(student: Student, inputs: Inputs, who: str, hidden: int) -> Ref:
    layers = [
        ("linear", inputs.normal(hidden, 2), inputs.normal(hidden)),
        ("tanh",),
        ("linear", inputs.normal(2, hidden), None),
    ]
    return student.spy_module(who, layers)
