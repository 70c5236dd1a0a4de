"""Starting weights drawn layer by layer: which layers were reached, and what their numbers look like now.

Every criterion is a property of many random numbers, so no right answer is needed. A bound of so many
deviations as :data:`FAR` is never met by chance.
"""

from __future__ import annotations

import torch

from gan_course.exercises.difference import type_text
from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Findings
from gan_course.exercises.inputs import Inputs
from gan_course.exercises.student.handle import Ref, Student

VERSION = 1
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
DEPENDS_ON_BIAS = Misconception(
    "depends_on_bias",
    "Whether a layer's weights are drawn anew depends on whether it has a bias.",
    "In front of batch norm layers go without bias, and their weights need a start all the same: "
    "ask about the bias only where you set the bias.",
    share=0.6,
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
FROM_OLD = Misconception(
    "from_old_weights",
    "The new weights are made of the old ones, moved or stretched.",
    "PyTorch's own start is uniform, and a uniform distribution stays one however it is stretched. Draw afresh.",
)
BATCH_NORM_ZEROED = Misconception(
    "batch_norm_zeroed",
    "The scale of batch norm lies near 0 now.",
    "Batch norm's `weight` multiplies what it has just normalised: near 0 it erases the layer. It belongs near 1.",
    share=0.6,
)
BATCH_NORM_CHANGED = Misconception(
    "batch_norm_changed",
    "Batch norm did not keep its scale near 1, its shift near 0 and its running averages.",
    "Leave it alone, or draw its scale, and nothing else, from a normal distribution of mean 1.",
    share=0.4,
)
BIAS_LEFT = Misconception(
    "bias_left",
    "Biases were not set to 0.",
    "A layer may have a bias or not (bias is None): where it has one, it starts at 0.",
    share=0.3,
)
RESEEDED = Misconception(
    "reseeded",
    "Two layers got the same weights, or torch's random seed was set.",
    "The caller decides about seeds. Setting one in here gives every layer of every network the same numbers.",
    share=0.5,
)
FROZEN = Misconception(
    "frozen",
    "After your function the layers cannot learn, or have lost their parameters.",
    "Change the numbers inside the parameter; do not replace it, and leave requires_grad on.",
)
MISCONCEPTIONS = (
    NOTHING_CHANGED, TRANSPOSED_MISSED, CONV_MISSED, LINEAR_MISSED, DEPENDS_ON_BIAS, VARIANCE, WRONG_SPREAD,
    WRONG_MEAN, NOT_NORMAL, FROM_OLD, BATCH_NORM_ZEROED, BATCH_NORM_CHANGED, BIAS_LEFT, RESEEDED, FROZEN,
)  # fmt: skip

State = dict[str, torch.Tensor]
# The places of each kind of layer in the network, first the one with a bias.
KINDS = {"a convolution": (0, 6), "a transposed convolution": (1, 5), "a linear layer": (4, 7)}
MISSED = dict(zip(KINDS, (CONV_MISSED, TRANSPOSED_MISSED, LINEAR_MISSED), strict=True))
PLACES = [place for pair in KINDS.values() for place in pair]
BATCH_NORM = 2
FAR = 7.0
DRAWN, SCATTER = "weights are drawn anew", "weights are normal, of mean 0 and deviation 0.02"


def play(student: Student, inputs: Inputs, findings: Findings, exercise: str) -> None:
    """Apply the function to two networks with one layer of each kind, twins of numbers no start would have."""
    function = student.get(exercise).value
    callable_ = isinstance(function, Ref) and function.kind == "callable"
    findings.insist(callable_, "is a function", "wrong_type", f"found {type_text(function)}")
    student.random_seed(inputs.integer(10_000, 90_000))
    seed, numbers = student.random_seed(), [student.draw_numbers()]
    layers = _layers(inputs)
    network, again = student.network(layers), student.network(layers)
    before = student.state(network)
    for module in (network, again):
        student.call(module, function, method="apply")
        numbers.append(student.draw_numbers())
    after, other = student.state(network), student.state(again)
    trainable = all(p.trainable for p in student.parameters(network)) and before.keys() == after.keys()
    findings.insist(trainable, "the layers can still learn", "frozen")
    changed = {i: not torch.equal(before[f"{i}.weight"], after[f"{i}.weight"]) for i in PLACES}
    _judge_changed(findings, changed)
    old, new = (
        {i: s[f"{i}.weight"].double().reshape(-1) for i in PLACES if changed[i]} for s in (before, after)
    )
    _judge_weights(findings, old, new)
    _judge_batch_norm(findings, after)
    biases = {kind: after[f"{i}.bias"] for kind, (i, _) in KINDS.items() if changed[i]}
    left = [kind for kind, bias in biases.items() if bool(bias.any())]
    findings.require(not left, "biases are 0", "bias_left", " and ".join(left))
    kept = student.random_seed() == seed and len({n[0] for n in numbers}) == len(numbers)
    drawn = [i for i in PLACES if changed[i]]
    alike = _alike([state[f"{i}.weight"] for state in (after, other) for i in drawn])
    findings.require(kept and not alike, "every start is drawn afresh", "reseeded")


def _layers(inputs: Inputs) -> list[tuple[object, ...]]:
    """One layer of each kind with a bias and one without, each of more than 9,000 weights."""

    def maps() -> torch.Tensor:
        return inputs.normal(24, 26, 4, 4)

    return [
        ("conv", maps(), inputs.normal(24) + 1, 2, 1),
        ("conv_transpose", maps(), inputs.normal(26) + 1, 2, 1),
        ("batch_norm", torch.ones(40), torch.zeros(40), torch.zeros(40), torch.ones(40)),
        ("relu",),
        ("linear", inputs.normal(90, 110), inputs.normal(90) + 1),
        ("conv_transpose", maps(), None, 2, 1),
        ("conv", maps(), None, 2, 1),
        ("linear", inputs.normal(110, 90), None),
        ("flatten",),
        ("tanh",),
    ]


def _judge_changed(findings: Findings, changed: dict[int, bool]) -> None:
    findings.insist(any(changed.values()), DRAWN, "nothing_changed")
    partly = []
    for kind, (with_bias, without) in KINDS.items():
        if not changed[with_bias] and not changed[without]:
            findings.miss(DRAWN, MISSED[kind].id)
        elif not changed[with_bias] or not changed[without]:
            partly.append(f"{kind} with{'out' * changed[with_bias]} bias")
    if partly:
        findings.miss(DRAWN, "depends_on_bias", f"{' and '.join(partly)} kept its old weights")
    elif all(changed.values()):
        findings.passed(DRAWN)


def _judge_weights(findings: Findings, old: dict[int, torch.Tensor], new: dict[int, torch.Tensor]) -> None:
    """Mean, deviation and shape of thousands of numbers, and that they are new ones."""
    for kind, places in KINDS.items():
        for place in places:
            if place in new:
                _judge_old(findings, old[place], new[place])
                _judge_numbers(findings, kind, new[place])
    findings.passed(SCATTER)


def _judge_old(findings: Findings, old: torch.Tensor, new: torch.Tensor) -> None:
    """Numbers drawn afresh have next to no correlation with those that were there."""
    one, two = old - old.mean(), new - new.mean()
    correlation = float(one @ two / (one.norm() * two.norm()).clamp_min(1e-12))
    findings.insist(abs(correlation) < FAR / len(old) ** 0.5, SCATTER, "from_old_weights")


def _judge_numbers(findings: Findings, kind: str, weights: torch.Tensor) -> None:
    n, mean, std = weights.numel(), float(weights.mean()), float(weights.std())
    seen = f"{kind}: mean {mean:.4f}, standard deviation {std:.4f}"
    findings.insist(bool(torch.isfinite(weights).all()), SCATTER, "wrong_spread", seen)
    findings.insist(abs(mean) < FAR * max(std, 0.01) / n**0.5, SCATTER, "wrong_mean", seen)
    room = FAR / (2 * n) ** 0.5
    for wrong in (0.02**2, 0.02**0.5):
        findings.insist(abs(std / wrong - 1) > room, SCATTER, "variance_not_deviation", seen)
    # The fourth moment tells a normal distribution, 3, from a uniform one, 1.8, and from one cut off.
    fourth = float(((weights - mean) ** 4).mean()) / max(std, 1e-9) ** 4
    own = weights.unique().numel() > 0.9 * n  # none is a copy of another
    normal = own and abs(fourth - 3) < FAR * (24 / n) ** 0.5
    findings.insist(normal, SCATTER, "not_normal", seen)
    findings.insist(abs(std / 0.02 - 1) < room, SCATTER, "wrong_spread", seen)


def _judge_batch_norm(findings: Findings, after: State) -> None:
    scale, shift, mean, variance = (
        after[f"{BATCH_NORM}.{name}"] for name in ("weight", "bias", "running_mean", "running_var")
    )
    criterion = "batch norm keeps its scale near 1"
    erased = abs(float(scale.mean())) < 0.3
    detail = f"its scale is {float(scale.mean()):.2f} on average"
    if not findings.require(not erased, criterion, "batch_norm_zeroed", detail):
        return
    near = bool(((scale - 1).abs() < 0.2).all()) and bool((shift.abs() < 0.2).all())
    averages = bool((variance == 1).all()) and not bool(mean.any())
    detail += f", its shift {float(shift.mean()):.2f}" + "; its running averages changed" * (not averages)
    findings.require(near and averages, criterion, "batch_norm_changed", detail)


def _alike(weights: list[torch.Tensor]) -> bool:
    """Whether any two layers hold the same weights."""
    pairs = [(a, b) for i, a in enumerate(weights) for b in weights[:i]]
    return any(a.shape == b.shape and torch.equal(a, b) for a, b in pairs)
