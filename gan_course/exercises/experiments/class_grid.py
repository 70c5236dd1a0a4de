"""A grid of generated images: a row for each class, the same noise down each column."""

from __future__ import annotations

from typing import Any

import torch

from gan_course.exercises.compare import same
from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Findings
from gan_course.exercises.inputs import Inputs
from gan_course.exercises.labelled_players import LATENT, generator
from gan_course.exercises.oracle import Observation, Play
from gan_course.exercises.student.handle import Ref, Student, StudentFault
from gan_course.exercises.values import MODIFIES_INPUTS, insist_tensor, same_bits

VERSION = 1
FRESH = Misconception(
    "fresh_noise",
    "Your grid does not use the z it is given.",
    "Every row uses the same z, the ones given: then a column shows one style in every class.",
)
ATTACHED = Misconception(
    "keeps_graph",
    "The images still hold the graph of their gradients.",
    "Nobody trains on a picture: torch.no_grad() spares the memory.",
    share=0.3,
)
MODE_CHANGED = Misconception(
    "mode_changed",
    "Your function leaves the generator in another mode than it found it.",
    "eval() and train() stay until the other is called: keep generator.training, and put it back before you return.",
)
GENERATOR_FROZEN = Misconception(
    "generator_frozen",
    "After your function the generator cannot learn any more: gradients were switched off and not on again.",
    "no_grad() as a block ends by itself. Switch on again what you switched off before you return.",
)
MISCONCEPTIONS = (FRESH, ATTACHED, MODE_CHANGED, GENERATOR_FROZEN, MODIFIES_INPUTS)
GRID = "a row for each class, a column for each z"


def play(student: Student, inputs: Inputs, findings: Findings, exercise: str) -> None:
    """Play a function from (generator, z, classes) to images."""
    asked = _asked(exercise)
    start = inputs.again()
    g, z = generator(student, start, 3), start.normal(4, LATENT)
    student.tape()
    answer = student.call(exercise, g, z, 3)
    shown = [e["input"] for e in student.tape() if e["who"] == "G"]
    insist_tensor(findings, answer.value, "returns a tensor")
    findings.passed("returns a tensor")
    if not findings.agrees(student, inputs, GRID, asked):
        findings.insist(not _strange(shown, z), GRID, "fresh_noise")
    findings.compare(student, inputs, GRID, asked)
    findings.require(not answer.attached, "no graph is kept", "keeps_graph")
    _judge_left(student, findings, exercise, inputs.again())


def _asked(exercise: str) -> Play:
    def play(student: Student, inputs: Inputs) -> Observation:
        seen: dict[str, Any] = {}
        # As many columns as rows, so that a turned grid has the right shape; then other numbers of both,
        # pictures of several dimensions, a single column, and a single class.
        many = inputs.integer(11, 13)
        for classes, columns in ((4, 4), (3, inputs.integer(5, 7)), (many, 2), (5, 1), (1, 3), (2, 3)):
            pictures = classes == 2
            g, z = generator(student, inputs, classes, pictures), inputs.normal(columns, LATENT)
            what = f"{classes} class{'es' * (classes > 1)} and {columns} z{', pictures' * pictures}"
            seen[what] = student.call(exercise, g, z, classes).value
        return seen

    return play


def _strange(shown: list[torch.Tensor], z: torch.Tensor) -> bool:
    """Whether G was shown several z that nobody gave; one z again and again has other names."""
    fitting = [x for x in shown if x.ndim == 2 and x.shape[1] == LATENT]
    rows = torch.cat(fitting) if fitting else torch.zeros(0, LATENT)
    known = (rows[:, None] == z[None]).all(-1).any(-1)
    return not bool(known.all()) and len(rows.unique(dim=0)) > 1


def _judge_left(student: Student, findings: Findings, exercise: str, inputs: Inputs) -> None:
    """Require that the generator, z and a second call are as they were."""
    g, z = generator(student, inputs, 3), inputs.normal(4, LATENT)
    before = student.state(g)
    modes = {}
    for training in (True, False):
        student.is_training(g, switch_to=training)
        student.call(exercise, g, z, 3)
        modes[training] = student.is_training(g)
    student.is_training(g, switch_to=True)
    changed = "; ".join(
        f"it was in {_mode(was)} mode, and is in {_mode(now)} mode"
        for was, now in modes.items()
        if was != now
    )
    findings.require(not changed, "the generator keeps its mode", "mode_changed", changed)
    findings.require(_can_learn(student, g, z), "the generator can still learn", "generator_frozen")
    seen = student.twice(exercise, g, z, 3)
    after = student.state(g)
    kept = same_bits(z, seen.after[1]) and not any(seen.touched)
    kept &= all(same_bits(v, after.get(k)) for k, v in before.items())
    if findings.require(kept, "leaves its arguments alone", "modifies_inputs"):
        again = same(seen.first, seen.second)
        findings.require(again, "the same again in a second call", "not_repeatable")


def _mode(training: bool) -> str:
    return "training" if training else "evaluation"


def _can_learn(student: Student, g: Ref, z: torch.Tensor) -> bool:
    """Whether G's weights ask for gradients, and torch's own switch is on."""
    if not all(p.trainable for p in student.parameters(g)):
        return False
    try:
        weights = torch.ones(len(z), 4)
        return student.slopes(g, z, torch.zeros(len(z), dtype=torch.long), weights=weights).attached
    except StudentFault:
        return False
