"""Probe of the starting weights (Radford et al. 2015, section 4: normal, mean 0, deviation 0.02)."""

from __future__ import annotations

import torch

from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Sheet
from gan_course.exercises.inputs import Dice
from gan_course.exercises.student.handle import Ref, Student
from gan_course.exercises.values import type_text
from gan_grading.probes.probe import Probe

NOTHING_CHANGED = Misconception(
    "nothing_changed",
    "No weight changed.",
    "The numbers of the layer itself must change, in place: functions whose name ends in _ do that.",
)
TRANSPOSED_MISSED = Misconception(
    "transposed_missed",
    "The transposed convolutions kept their old weights.",
    "The generator is made of them. nn.ConvTranspose2d is a class of its own, not a kind of nn.Conv2d.",
    share=0.6,
)
CONV_MISSED = Misconception(
    "conv_missed",
    "The convolutions kept their old weights.",
    "The discriminator is made of them: nn.Conv2d.",
    share=0.6,
)
LINEAR_MISSED = Misconception(
    "linear_missed",
    "Linear layers kept their old weights.",
    "A generator may project z with nn.Linear, and the paper starts all weights alike.",
    share=0.3,
)
VARIANCE = Misconception(
    "variance_not_deviation",
    "The spread of the weights is that of a variance taken for a standard deviation, or the other way round.",
    "N(0, 0.02²): 0.02 is the standard deviation, the number that torch's normal functions take as std.",
)
WRONG_SPREAD = Misconception(
    "wrong_spread",
    "The spread of the weights is not 0.02.",
    "Draw them from a normal distribution of standard deviation 0.02, whatever the size of the layer.",
)
WRONG_MEAN = Misconception(
    "wrong_mean",
    "The weights do not scatter around 0.",
    "mean and std are two arguments: which comes first?",
)
NOT_NORMAL = Misconception(
    "not_normal",
    "The weights are not drawn from a normal distribution.",
    "A uniform distribution has no tails, a constant no spread. The paper asks for a normal one.",
)
BATCH_NORM_ZEROED = Misconception(
    "batch_norm_zeroed",
    "The scale of batch norm is drawn around 0 as well.",
    "Batch norm's `weight` multiplies what it has just normalised: near 0 it erases the layer. It belongs near 1.",
    share=0.6,
)
BIAS_LEFT = Misconception(
    "bias_left",
    "Biases were not set to 0.",
    "A layer may have a bias or not (bias is None): where it has one, it starts at 0.",
    share=0.3,
)
RESEEDED = Misconception(
    "reseeded",
    "Two networks got the same weights, or torch's random seed was set.",
    "The caller decides about seeds. Setting one in here gives every layer of every network the same numbers.",
    share=0.5,
)
FROZEN = Misconception(
    "frozen",
    "After your function the layers cannot learn, or have lost their parameters.",
    "Change the numbers inside the parameter; do not replace it, and leave requires_grad on.",
)

KINDS = {"conv": "0", "transposed": "1", "linear": "4"}
MISSED = {"conv": CONV_MISSED, "transposed": TRANSPOSED_MISSED, "linear": LINEAR_MISSED}


def _network(student: Student, dice: Dice) -> Ref:
    """One layer of each kind, each of more than 20,000 weights, with numbers no start would have."""
    return student.network(
        [
            ("conv", dice.normal(36, 40, 4, 4), dice.normal(36) + 1, 2, 1),
            ("conv_transpose", dice.normal(36, 40, 4, 4), dice.normal(40) + 1, 2, 1),
            ("batch_norm", torch.ones(40), torch.zeros(40), torch.zeros(40), torch.ones(40)),
            ("relu",),
            ("linear", dice.normal(130, 170), dice.normal(130) + 1),
            ("conv_transpose", dice.normal(36, 40, 4, 4), None, 2, 1),
        ]
    )


def _judge(student: Student, dice: Dice, sheet: Sheet) -> None:
    function = student.get("initialise").value
    callable_ = isinstance(function, Ref) and function.kind == "callable"
    sheet.insist(callable_, "is a function", "wrong_type", f"found {type_text(function)}")
    student.random_seed(dice.integer(10_000, 90_000))
    seed = student.random_seed()
    network, again = _network(student, dice), _network(student, dice)
    before = student.state(network)
    for module in (network, again):
        student.call(module, function, method="apply")
    after, other = student.state(network), student.state(again)
    trainable = all(p.trainable for p in student.parameters(network)) and before.keys() == after.keys()
    sheet.insist(trainable, "the layers can still learn", "frozen")
    _judge_changed(sheet, before, after)
    for kind, place in KINDS.items():
        weights = after[f"{place}.weight"].double().reshape(-1)
        if not torch.equal(weights, before[f"{place}.weight"].double().reshape(-1)):
            _judge_weights(sheet, kind, weights)
    _judge_batch_norm(sheet, after)
    biases = [after[f"{place}.bias"] for kind, place in KINDS.items() if not _missed(kind, before, after)]
    sheet.require(all(not bool(b.any()) for b in biases), "biases are 0", "bias_left")
    same = any(torch.equal(after[f"{p}.weight"], other[f"{p}.weight"]) for p in KINDS.values())
    repeated = torch.equal(after["1.weight"], after["5.weight"])
    kept = student.random_seed() == seed
    sheet.require(kept and not same and not repeated, "every start is drawn afresh", "reseeded")


def _missed(kind: str, before: dict[str, torch.Tensor], after: dict[str, torch.Tensor]) -> bool:
    name = f"{KINDS[kind]}.weight"
    return torch.equal(before[name], after[name])


def _judge_changed(sheet: Sheet, before: dict[str, torch.Tensor], after: dict[str, torch.Tensor]) -> None:
    missed = [kind for kind in KINDS if _missed(kind, before, after)]
    if len(missed) == len(KINDS):
        # Only what has no weights of its own was changed, or nothing at all.
        sheet.insist(False, "weights are drawn anew", "nothing_changed")
    for kind in missed:
        sheet.miss("weights are drawn anew", MISSED[kind].id)
    if not missed:
        sheet.passed("weights are drawn anew")


def _judge_weights(sheet: Sheet, kind: str, weights: torch.Tensor) -> None:
    """Mean, deviation and shape of more than 20,000 numbers: each bound lies beyond six deviations."""
    mean, std = float(weights.mean()), float(weights.std())
    seen = f"{kind}: mean {mean:.4f}, standard deviation {std:.4f}"
    sheet.insist(bool(torch.isfinite(weights).all()), "weights are N(0, 0.02²)", "wrong_spread", seen)
    sheet.insist(abs(mean) < 0.1 * max(std, 0.01), "weights are N(0, 0.02²)", "wrong_mean", seen)
    for wrong in (0.02**2, 0.02**0.5):
        sheet.insist(abs(std / wrong - 1) > 0.05, "weights are N(0, 0.02²)", "variance_not_deviation", seen)
    # Uniform within ±0.02, or with that deviation; constants.
    shape = float(((weights - mean) ** 4).mean()) / max(std, 1e-9) ** 4
    own = weights.unique().numel() > 0.9 * weights.numel()  # none is a copy of another
    sheet.insist(own and 2.7 < shape < 3.3, "weights are N(0, 0.02²)", "not_normal", seen)
    sheet.insist(abs(std / 0.02 - 1) < 0.05, "weights are N(0, 0.02²)", "wrong_spread", seen)


def _judge_batch_norm(sheet: Sheet, after: dict[str, torch.Tensor]) -> None:
    scale, shift = after["2.weight"], after["2.bias"]
    near = bool(((scale - 1).abs() < 0.2).all()) and bool((shift.abs() < 0.2).all())
    kept = bool((after["2.running_var"] == 1).all()) and not bool(after["2.running_mean"].any())
    detail = f"its scale is {float(scale.mean()):.2f} on average"
    sheet.require(near and kept, "batch norm keeps its scale near 1", "batch_norm_zeroed", detail)


MISCONCEPTIONS = (
    NOTHING_CHANGED, TRANSPOSED_MISSED, CONV_MISSED, LINEAR_MISSED, VARIANCE, WRONG_SPREAD, WRONG_MEAN,
    NOT_NORMAL, BATCH_NORM_ZEROED, BIAS_LEFT, RESEEDED, FROZEN,
)  # fmt: skip

PROBES = (Probe("initialise", _judge, MISCONCEPTIONS),)
