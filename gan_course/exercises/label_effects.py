"""What a label does in a conditional network, judged from outputs alone."""

from __future__ import annotations

import torch

from gan_course.exercises import networks as net
from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Findings
from gan_course.exercises.student.handle import Ref, Student, StudentFault

Y_IGNORED = Misconception(
    "ignores_y",
    "The output is the same whatever the label is.",
    "A network that does not hear the label cannot follow it. Where does y enter the layers?",
)
MERGED = Misconception(
    "classes_merged",
    "Some classes give exactly the same output.",
    "Each class needs a code of its own. Which two labels does your code make alike?",
    share=0.75,
)
AS_NUMBER = Misconception(
    "label_as_number",
    "The label enters as a number: neighbouring labels give similar outputs, distant ones do not.",
    "A 9 is not nine times a 1. Give each class a column (one-hot) or a row (embedding) of its own.",
    share=0.5,
)
ADDITIVE = Misconception(
    "label_only_added",
    "The label only shifts the output, whatever the other input is: before the last squashing, or after it.",
    "Then nothing depends on whether x and y belong together. The label must meet x before a bend, or be multiplied with x's features.",
    share=0.75,
)
FIRST_IGNORED = Misconception(
    "ignores_first_input",
    "Within a class, the output does not depend on the whole of the other input.",
    "A generator that ignores z makes one picture for each class; a discriminator that ignores x judges labels. Which columns reach the first layer?",
)
SHARED_LABEL = Misconception(
    "label_of_another_row",
    "In a batch of several labels, a row does not get its own.",
    "Row i of the output belongs to row i of the input and to label i. Which operation of yours looks at other rows' labels?",
)
ALL_ALIKE = Misconception(
    "all_of_a_class_alike",
    "In a batch, all samples of a class are the same, though each has a z of its own.",
    "Row i of the output belongs to row i of z. Which operation of yours looks at the z of the other rows?",
)
LABEL_REFUSED = Misconception(
    "label_refused",
    "The network stops at a label that is a class: the first or the last one.",
    "Labels run from 0 to classes − 1, and so do the rows of an embedding: `classes` rows, and nothing added to or taken from y.",
)


def judge_labels_accepted(
    student: Student, findings: Findings, module: Ref, width: int, classes: int
) -> None:
    """Insist that every label from 0 to classes − 1 is taken, where some label is.

    Raises:
        GiveUp: if the ends are refused.
        StudentFault: if every label is.
    """
    taken, faults = [], []
    for label in range(classes):
        x = torch.linspace(-1, 1, 4 * width).reshape(4, width)
        try:
            net.forward(student, module, (x, torch.full((4,), label)))
            taken.append(label)
        except StudentFault as fault:
            if fault.kind != "raised":
                raise
            faults.append(fault)
    if faults and not taken:
        raise faults[0]
    detail = faults[0].message if faults else ""
    findings.insist(not faults, "every class is taken", "label_refused", detail)


def judge_first(student: Student, findings: Findings, module: Ref, rows: net.Inputs, seed: int) -> None:
    """Insist that within a class the output depends on every column of the first input, on both sides of 0.

    Raises:
        GiveUp: if it does not.
    """
    x, labels = rows
    student.is_training(module, switch_to=False)
    # Not alike: a batch mean is taken off at times.
    step = torch.linspace(0.5, 2.0, len(x))
    sides = {"positive": x.abs() + 0.1, "negative": -x.abs() - 0.1}
    reached = {side: torch.zeros(x.shape[1], dtype=torch.bool) for side in sides}
    for trial in range(4):
        student.scramble(module, 0.5, seed + trial)
        for side, start in sides.items():
            base = _out(student, module, start, labels)
            for column in range(x.shape[1]):
                moved = start.clone()
                moved[:, column] += step * start[:, column].sign()
                change = _out(student, module, moved, labels) - base
                reached[side][column] |= bool(change.abs().max() > 1e-6)
    student.is_training(module, switch_to=True)
    for side, columns in reached.items():
        missing = f"{int((~columns).sum())} of {len(columns)} columns change nothing where they are {side}"
        findings.insist(bool(columns.all()), "the first input matters", "ignores_first_input", missing)


def judge_variety(student: Student, findings: Findings, module: Ref, rows: net.Inputs, seed: int) -> None:
    """Insist that samples of one class in one batch differ when their z do, in training and in evaluation.

    Raises:
        GiveUp: if they do not.
    """
    x, labels = rows
    one_class = labels[:1].expand(len(x))
    kept = student.state(module)
    for training in (True, False):
        student.is_training(module, switch_to=training)
        spread = 0.0
        for trial in range(3):
            student.scramble(module, 0.4, seed + trial)
            out = _out(student, module, x, one_class).reshape(len(x), -1)
            spread = max(spread, float((out - out[:1]).abs().max() / out.abs().max().clamp_min(1e-12)))
        alike = f"of class {int(one_class[0])}"
        findings.insist(spread > ROUNDING, "each sample follows its own z", "all_of_a_class_alike", alike)
    student.is_training(module, switch_to=True)
    student.load(module, kept)


ROUNDING = 1e-5  # of the output's size; some ten times what float32 loses in a network of this kind


def judge_condition(
    student: Student,
    findings: Findings,
    module: Ref,
    rows: net.Inputs,
    classes: int,
    seed: int,
    *,
    pixels: bool,
) -> None:
    """Insist that each class has an effect of its own, and one that depends on the other input.

    In evaluation mode: batch norm would take off what all rows of a batch have in common.

    Raises:
        GiveUp: if labels do nothing.
    """
    x = rows[0]
    kept = student.state(module)
    student.is_training(module, switch_to=False)
    apart, mixed = [], 0.0
    every = torch.arange(classes).repeat_interleave(len(x))
    for trial in range(16):
        student.scramble(module, (0.1, 0.2, 0.4, 0.8)[trial % 4], seed + trial)
        # One call for all classes: calls cost more than rows.
        out = _out(student, module, x.repeat(classes, 1), every).reshape(classes, -1)
        # Measured by the size of the output: rows of one batch differ by rounding alone.
        apart.append(torch.cdist(out, out) / out.norm(dim=1).max().clamp_min(1e-12))
        grid = out.reshape(classes, len(x), -1)
        mixed = max(mixed, _turns(grid) if pixels else _mixed(grid))
    alone = torch.stack([_out(student, module, x, torch.full((len(x),), k)) for k in range(classes)])
    student.is_training(module, switch_to=True)
    student.load(module, kept)
    distance = torch.stack([d / d.max().clamp_min(1e-12) for d in apart]).mean(0)
    largest = torch.stack(apart).amax(0)
    off = ~torch.eye(classes, dtype=torch.bool)
    own = alone.reshape(classes, -1)
    apart_too = torch.allclose(out, own, rtol=1e-3, atol=1e-4 * float(own.abs().max() + 1e-3))
    findings.insist(apart_too, "each row gets its own label", "label_of_another_row")
    findings.insist(bool(largest.max() > ROUNDING), "the label matters", "ignores_y")
    findings.insist(
        bool((largest[off] > ROUNDING).all()), "every class differs from every other", "classes_merged"
    )
    findings.require(mixed > 1e-3, "the label's effect depends on the other input", "label_only_added")
    place = torch.arange(classes)
    near = (place[:, None] - place).abs() == 1
    # For codes without order the ratio is 1 within about 0.05; for a number it is below 0.5.
    ordered = float(distance[near].mean() / distance[off].mean()) < 0.72
    findings.require(not ordered, "classes have no order", "label_as_number")


def _out(student: Student, module: Ref, x: torch.Tensor, labels: torch.Tensor) -> torch.Tensor:
    value = net.forward(student, module, (x, labels))
    if not isinstance(value, torch.Tensor):
        raise StudentFault("wire", "the network did not return a tensor")
    return value.detach().double()


def _mixed(out: torch.Tensor) -> float:
    """How much f(x, k) deviates from g(x) + h(k), relative to the effect of k; out is (classes, N, d)."""
    effect = out - out.mean(0, keepdim=True)
    rest = (effect - effect.mean(1, keepdim=True)).abs().mean()
    return float(rest / effect.abs().mean().clamp_min(1e-12))


def _turns(out: torch.Tensor) -> float:
    """1 where some class makes a pixel brighter than another class does for one x, and darker for another; else 0.

    However a pixel is squashed at the end: a label that was only added makes it brighter for every x, or for none.
    """
    gap = out[:, None] - out[None]
    room = 1e-4 * out.abs().max().clamp_min(1e-12)
    return float(((gap > room).any(2) & (gap < -room).any(2)).any())
