"""What batch norm asks of a training step: real samples and fakes come apart, and in training mode."""

from __future__ import annotations

import torch

from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Findings
from gan_course.exercises.inputs import Inputs
from gan_course.exercises.step_world import Setup, build_world
from gan_course.exercises.student.handle import Student

MIXED = Misconception(
    "real_and_fake_in_one_batch",
    "D was shown real samples and fakes in one batch.",
    "Batch norm takes its mean over the whole batch: mixed, each kind is told about the other. Ask D twice.",
    share=0.5,
)
EVAL_INSIDE = Misconception(
    "eval_while_training",
    "A network was in evaluation mode while it was used for training.",
    "In evaluation mode batch norm uses the averages of earlier batches. Both networks stay in training mode.",
    share=0.5,
)


def judge_batches(setup: Setup, student: Student, inputs: Inputs, findings: Findings) -> None:
    """Require of a step that D judges one kind a batch, and that both networks are in training mode."""
    world = build_world(setup, student, inputs)
    arguments = world.arguments(student, inputs, inputs.integer(4, 6))
    real = arguments[setup.arguments.index("real")]
    student.tape()
    student.call(setup.exercise, *arguments)
    events = student.tape()
    judged = [e["input"] for e in events if e["who"] == "D"]
    findings.require(not any(_mixed(x, real) for x in judged), "one kind in a batch", MIXED.id)
    evaluating = sorted({e["who"] for e in events if e["who"] in ("G", "D") and not e["training"]})
    findings.require(not evaluating, "training mode while training", EVAL_INSIDE.id, " and ".join(evaluating))


def _mixed(x: torch.Tensor, real: torch.Tensor) -> bool:
    """Whether some rows of a batch are real samples, and some are not."""
    rows = real.reshape(len(real), -1)
    if x.ndim == 0 or x.numel() != len(x) * rows.shape[1]:
        return False
    known = (x.reshape(len(x), -1)[:, None] == rows[None]).all(-1).any(-1)
    return bool(known.any()) and not bool(known.all())
