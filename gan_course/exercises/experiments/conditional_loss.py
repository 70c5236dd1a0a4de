"""The generator's loss in a conditional game: a function of both networks, of noise and of labels."""

from __future__ import annotations

from typing import Any

import torch

from gan_course.exercises.compare import Tolerance, is_finite, same
from gan_course.exercises.experiments.losses import OVERFLOWS
from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Findings
from gan_course.exercises.inputs import Inputs
from gan_course.exercises.labelled_players import (
    CODE,
    DATA,
    SET_BACK,
    batch,
    discriminator,
    generator,
    streams_set_back,
)
from gan_course.exercises.oracle import Observation, Play
from gan_course.exercises.student.handle import Ref, Student, StudentFault
from gan_course.exercises.values import (
    BECOMES_NUMBER,
    DETACHED,
    MEAN_MISSING,
    MODIFIES_INPUTS,
    insist_tensor,
    or_zeros,
    same_bits,
)

VERSION = 1
CLASSES = 5
IGNORES_GENERATOR = Misconception(
    "ignores_generator",
    "Your function never calls the generator.",
    "What is judged are G's images: G(z, y) comes first.",
)
D_OTHER_LABELS = Misconception(
    "d_other_labels",
    "D judged G's images under other labels than those G was asked for.",
    "G was asked for y. Whether it made a y is what D must say: hand D the same labels, in the same order.",
)
G_OTHER_LABELS = Misconception(
    "g_other_labels",
    "G was not asked for the labels your function is given.",
    "The argument `labels` says what to make; it goes to G as it is, and to D as well.",
)
IGNORES_Z = Misconception(
    "ignores_z",
    "G did not get the noise your function is given.",
    "z is an argument: the caller draws it. Hand it to G as it is.",
)
FLAT = Misconception(
    "flat_where_d_rejects",
    "Where D rejects firmly, the slope of your loss is flat or too weak: something clamps it.",
    "There the loss must be steep, or G never learns. A clamp has slope 0 outside its bounds, and log(p + ε) is flat once p is below ε.",
    share=0.5,
)
LEFT_FROZEN = Misconception(
    "networks_frozen",
    "After your function a network cannot learn any more: gradients were switched off and not on again.",
    "Freezing is fine while the function runs. Switch on again what you switched off before you return.",
)
MODE_CHANGED = Misconception(
    "networks_in_other_mode",
    "Your function leaves a network in another mode than it found it.",
    "eval() and train() stay until the other is called. Nothing here asks for either.",
)
MOVES_WEIGHTS = Misconception(
    "moves_weights",
    "Your function changes the weights or the gradients of a network.",
    "It returns a loss, and no more: the caller clears gradients, calls backward() and lets an optimiser step.",
    share=0.5,
)
MISCONCEPTIONS = (
    D_OTHER_LABELS,
    G_OTHER_LABELS,
    IGNORES_Z,
    IGNORES_GENERATOR,
    BECOMES_NUMBER,
    DETACHED,
    MEAN_MISSING,
    OVERFLOWS,
    FLAT,
    LEFT_FROZEN,
    MODE_CHANGED,
    MOVES_WEIGHTS,
    SET_BACK,
    MODIFIES_INPUTS,
)
VALUE, STEEP = "value and slopes", "a slope where D rejects"
ROUGHLY = Tolerance(relative=0.35, absolute=0.05)  # room for guards of 1e-9 or less inside a logarithm
REJECTS = -20.0  # float32 knows σ there to all its digits, so a formula that loses the slope has cut it off


def play(student: Student, inputs: Inputs, findings: Findings, exercise: str) -> None:
    """Play a function from (generator, discriminator, z, labels) to a loss."""
    values = _values(exercise)
    if not findings.agrees(student, inputs, VALUE, values):
        _judge_calls(student, inputs.again(), findings, exercise)
    findings.passed("returns a tensor")
    findings.compare(student, inputs, VALUE, values)
    start = inputs.again()
    for at in (200.0, -200.0):
        g, d = _players(student, start, flat=at > 0, at=at)
        slopes = student.slopes(exercise, g, d, *batch(start, 6, CLASSES), of=g)
        arrived = [v for v in slopes.parameters.values() if v is not None]
        finite = is_finite(slopes.value) and is_finite(arrived)
        findings.require(finite, "finite for very large logits", "overflows", f"around {at:g}")
    options: dict[str, Any] = {"named": False, "goes_on": True, "otherwise": FLAT.id}
    findings.compare(student, inputs, STEEP, _steep(exercise), tolerance=ROUGHLY, **options)
    _judge_left(student, findings, exercise, inputs.again())


def _players(student: Student, inputs: Inputs, flat: bool, at: float = 0.0) -> tuple[Ref, Ref]:
    return generator(student, inputs, CLASSES), discriminator(student, inputs, CLASSES, flat, at)


def _values(exercise: str) -> Play:
    """The loss of batches of 1, 7 and many, and its slopes in z and in G's weights."""

    def play(student: Student, inputs: Inputs) -> Observation:
        seen: dict[str, Any] = {}
        for i, rows in enumerate((7, 1, inputs.count(40, 9))):
            g, d = _players(student, inputs, flat=i % 2 == 0)
            z, labels = batch(inputs, rows, CLASSES)
            slopes = student.slopes(exercise, g, d, z, labels, of=g)
            value = slopes.value
            one = isinstance(value, torch.Tensor) and value.numel() == 1
            where = f"{rows} order{'s' * (rows > 1)}"
            seen[f"value for {where}"] = value.reshape(()) if one else value
            seen[f"a gradient can be taken, for {where}"] = slopes.attached
            seen[f"slope in z, for {where}"] = or_zeros(slopes.args[2], z)
            of_g = [0.0 if v is None else v for k, v in slopes.parameters.items() if "bias" in k]
            seen[f"slope in G's biases, for {where}"] = of_g
            if not inputs.public:
                every = {k: 0.0 if v is None else v for k, v in slopes.parameters.items()}
                seen[f"slope in G's weights, for {where}"] = every
        return seen

    return play


def _steep(exercise: str) -> Play:
    """Slopes where D's logits are far below 0: G's last bias reaches them as it is, plus or minus."""

    def play(student: Student, inputs: Inputs) -> Observation:
        small = inputs.normal(DATA, DATA - 1 + CODE, scale=0.05)
        g = student.spy_module("G", [("linear", small, torch.zeros(DATA))], table=torch.zeros(CLASSES, CODE))
        signs = torch.tensor([[1.0, -1.0, 1.0, -1.0, *[0.0] * CODE]])
        at = torch.tensor([REJECTS])
        d = student.spy_module("D", [("linear", signs, at)], table=torch.zeros(CLASSES, CODE))
        slopes = student.slopes(exercise, g, d, *batch(inputs, 5, CLASSES), of=g)
        found = slopes.parameters.get("net.0.bias")
        return {f"slope in G's last bias, at a logit of {REJECTS:g}": or_zeros(found, torch.zeros(DATA))}

    return play


def _judge_calls(student: Student, inputs: Inputs, findings: Findings, exercise: str) -> None:
    """Say what G and D were given, where that explains what went wrong."""
    g, d = _players(student, inputs, flat=True)
    z, labels = batch(inputs, 7, CLASSES)
    student.tape()
    try:
        value = student.call(exercise, g, d, z, labels).value
    except StudentFault as fault:
        if fault.kind != "raised" or fault.type_name == "NotImplementedError":
            raise
        _judge_labels(findings, student.tape(), z, labels)
        raise
    events = student.tape()
    insist_tensor(findings, value, "returns a tensor", number_loses_gradient=True)
    findings.insist(any(e["who"] == "G" for e in events), "asks G for images", "ignores_generator")
    _judge_labels(findings, events, z, labels)


def _judge_labels(
    findings: Findings, events: list[dict[str, Any]], z: torch.Tensor, labels: torch.Tensor
) -> None:
    for who, name in (("G", "g_other_labels"), ("D", "d_other_labels")):
        given = [e["labels"].reshape(-1).long() for e in events if e["who"] == who]
        if given:
            fits = torch.equal(torch.cat(given), labels) or any(torch.equal(y, labels) for y in given)
            detail = f"the labels are {labels.tolist()}, and {who} got {given[-1].tolist()}"
            findings.insist(fits, f"{who} gets the labels", name, detail)
    shown = [e["input"] for e in events if e["who"] == "G"]
    if shown:
        findings.insist(same_bits(z, torch.cat(shown)), "G gets the noise", "ignores_z")


def _judge_left(student: Student, findings: Findings, exercise: str, inputs: Inputs) -> None:
    """Require that networks, arguments, a second call and random streams are as they were."""
    g, d = _players(student, inputs, flat=True)
    z, labels = batch(inputs, 6, CLASSES)
    for network in (g, d):
        student.set_gradients(network, 0.5)
    before = [_weights_and_gradients(student, n) for n in (g, d)]
    seen = student.twice(exercise, g, d, z, labels)
    frozen = [who for who, n in (("G", g), ("D", d)) if not all(p.trainable for p in student.parameters(n))]
    loss = student.slopes(exercise, g, d, z, labels, of=g)
    findings.require(
        not frozen and loss.attached, "both networks can still learn", LEFT_FROZEN.id, " and ".join(frozen)
    )
    modes = [who for who, n in (("G", g), ("D", d)) if not student.is_training(n)]
    findings.require(not modes, "both networks keep their mode", MODE_CHANGED.id, " and ".join(modes))
    after = [_weights_and_gradients(student, n) for n in (g, d)]
    findings.require(same(before, after), "both networks keep weights and gradients", MOVES_WEIGHTS.id)
    kept = same_bits(z, seen.after[2]) and same_bits(labels, seen.after[3]) and not any(seen.touched)
    if findings.require(kept, "leaves its arguments alone", "modifies_inputs"):
        again = same(seen.first, seen.second)
        findings.require(again, "the same again in a second call", "not_repeatable")
    back = streams_set_back(student, lambda: student.call(exercise, g, d, z, labels))
    findings.require(not back, "random streams run on", SET_BACK.id, ", ".join(back))


def _weights_and_gradients(student: Student, network: Ref) -> list[Any]:
    return [[p.value, p.gradient] for p in student.parameters(network)]
