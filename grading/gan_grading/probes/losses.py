"""Probe a loss: its value and its slopes in every logit, over batches of several sizes and shapes.

Used by every assignment that asks for a loss of one or two batches of logits.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import torch

from gan_course.exercises.compare import is_finite
from gan_course.exercises.finding import Curve, Misconception
from gan_course.exercises.findings import Sheet
from gan_course.exercises.inputs import Dice
from gan_course.exercises.student.handle import Student, StudentFault
from gan_course.exercises.values import (
    BECOMES_NUMBER,
    DETACHED,
    MEAN_MISSING,
    MODIFIES_INPUTS,
    as_float,
    insist_tensor,
    judge_inputs_kept,
    or_zeros,
)
from gan_grading.probes.probe import Duel, Experiment, Observation, Probe, Rival

Batch = tuple[torch.Tensor, ...]
OVERFLOWS = Misconception(
    "overflows",
    "The loss or its slope is NaN or infinite when a logit is very large.",
    "σ(200) is exactly 1 in float32, so log(1 − σ) is log 0. Which function gives log σ without computing σ?",
    share=0.5,
)
COLUMN = Misconception(
    "one_shape_only",
    "The loss is right for logits of shape (N,) but not for (N, 1), or the other way round.",
    "Subtracting (N,) from (N, 1) makes an (N, N) table. Use the tensors given, or reshape both with .reshape(-1).",
    share=0.5,
)
CLAMPED = Misconception(
    "clamped_flat",
    "Where D is sure and mistaken, your loss is flat or too weak: something clamps it.",
    "A clamp has slope 0 outside its bounds, and log(p + ε) is flat once p is below ε. Bounds must lie beyond every logit that matters.",
    share=0.5,
)
FIXED_BATCH = Misconception(
    "fixed_batch_size",
    "Your loss divides by a fixed number, not by the size of the batch.",
    "N is the number of logits that came in, and it may change from call to call.",
)
# Sizes students write into a formula, and logits (or probabilities) they clamp at.
USUAL_SIZES = (4, 5, 7, 8, 10, 16, 32, 50, 64, 100, 128, 200, 256, 512, 1000)
USUAL_BOUNDS = (1.0, 2.0, 2.1972, 2.9444, 3.0, 4.0, 4.5951, 5.0)
FAR = 10.5

Elementwise = Callable[[torch.Tensor], torch.Tensor]
Terms = tuple[Elementwise, ...]


@dataclass(frozen=True)
class LossSpec:
    """What a loss exercise asks for: Σ over batches of the mean of an elementwise term.

    Attributes:
        exercise: name of the function.
        reference: the right terms, one function of the logits per batch the loss takes.
        wrong_terms: terms that stand for a misconception, the likeliest first.
        rivals: wrong losses that are not of this form.
        measure: a sentence of numbers added to a finding, from the student's loss.
        scale: standard deviation of the logits.
        must_be_stable: whether it must stay finite at ±200.
    """

    exercise: str
    reference: Terms
    wrong_terms: Sequence[tuple[Misconception, Terms]] = ()
    rivals: Sequence[Rival] = ()
    measure: Callable[[Student], str] | None = None
    scale: float = 2.5
    must_be_stable: bool = True

    @property
    def batches(self) -> int:
        """Number of batches of logits the loss takes."""
        return len(self.reference)


def loss_probe(spec: LossSpec) -> Probe:
    """Make the probe of a loss exercise."""
    rivals = _all_rivals(spec)

    def judge(student: Student, dice: Dice, sheet: Sheet) -> None:
        right = _reduced(spec.reference, "mean")
        columns = Duel(spec.exercise, "both shapes", _experiment(spec, column=True), right)
        try:
            _judge_form(spec, student, dice, sheet)
        except StudentFault as fault:
            if fault.kind == "raised" and columns.agrees(student, dice):
                sheet.insist(False, "both shapes", "one_shape_only", f"for shape (N,): {fault.message}")
        Duel(
            spec.exercise,
            "value and slopes",
            _experiment(spec, column=False),
            right,
            rivals,
            spec.measure,
            partial(_slope_curves, spec),
        ).judge(student, dice, sheet)
        sheet.require(columns.agrees(student, dice), "both shapes", "one_shape_only")
        if spec.must_be_stable:
            _judge_stability(spec, student, sheet)
            _judge_far(spec, student, sheet)
        judge_inputs_kept(student, sheet, spec.exercise, *_cases(Dice(dice.seed), spec, column=False)[1])

    known = {r.misconception.id: r.misconception for r in rivals}
    shared = (BECOMES_NUMBER, DETACHED, MEAN_MISSING, OVERFLOWS, COLUMN, CLAMPED, MODIFIES_INPUTS)
    return Probe(spec.exercise, judge, (*known.values(), *(m for m in shared if m.id not in known)))


def _all_rivals(spec: LossSpec) -> list[Rival]:
    """Every wrong form with every way to reduce it; the plainest explanation comes first."""
    rivals = [Rival(m, _reduced(terms, "mean")) for m, terms in spec.wrong_terms]
    rivals += spec.rivals
    rivals += [Rival(MEAN_MISSING, _reduced(spec.reference, how)) for how in ("sum", "none")]
    rivals.append(Rival(DETACHED, _cut(_reduced(spec.reference, "mean"))))
    rivals += [Rival(DETACHED, _one_cut(spec.reference, i)) for i in range(spec.batches)]
    rivals += [Rival(FIXED_BATCH, _over(spec.reference, n)) for n in USUAL_SIZES]
    rivals += [Rival(CLAMPED, _reduced(_clamped(spec.reference, bound), "mean")) for bound in USUAL_BOUNDS]
    for how in ("sum", "none"):
        rivals += [Rival(m, _reduced(terms, how)) for m, terms in spec.wrong_terms]
    rivals += [Rival(m, _cut(_reduced(terms, "mean"))) for m, terms in spec.wrong_terms]
    return rivals


def _reduced(terms: Terms, how: str) -> Callable[..., torch.Tensor]:
    def loss(*batches: torch.Tensor) -> torch.Tensor:
        parts = [term(batch) for term, batch in zip(terms, batches, strict=True)]
        if how == "none":
            total = parts[0]
            for part in parts[1:]:
                total = total + part
            return total
        reduced = [part.mean() if how == "mean" else part.sum() for part in parts]
        return torch.stack(reduced).sum()

    return loss


def _cut(loss: Callable[..., torch.Tensor]) -> Callable[..., torch.Tensor]:
    return lambda *batches: loss(*batches).detach()


def _one_cut(terms: Terms, which: int) -> Callable[..., torch.Tensor]:
    """The right loss with one of its batches detached."""
    whole = _reduced(terms, "mean")
    return lambda *batches: whole(*[b.detach() if i == which else b for i, b in enumerate(batches)])


def _over(terms: Terms, size: int) -> Callable[..., torch.Tensor]:
    summed = _reduced(terms, "sum")
    return lambda *batches: summed(*batches) / size


def _clamped(terms: Terms, bound: float) -> Terms:
    """The right terms of clamped logits; clamping the probability at σ(bound) is the same."""
    return tuple(partial(_of_clamped, term, bound) for term in terms)


def _of_clamped(term: Elementwise, bound: float, logits: torch.Tensor) -> torch.Tensor:
    return term(logits.clamp(-bound, bound))


def _cases(dice: Dice, spec: LossSpec, column: bool) -> list[Batch]:
    """Batches of 1, 7 and many logits; where there are two batches, of different sizes too."""
    sizes = [(1, 1, 1), (7, 7, 7), (7, 5, 4), (512, 300, 200), (3, 11, 6)]
    cases = []
    for counts in sizes:
        shapes = [(n, 1) if column else (n,) for n in counts[: spec.batches]]
        # Clamped so that an honest σ-then-log formula with a small ε keeps enough digits in float32;
        # in small batches each slope weighs more, so they stay nearer to 0.
        bound = 6.0 if counts[0] > 100 else 4.0
        cases.append(tuple(dice.normal(*s, scale=spec.scale).clamp(-bound, bound) for s in shapes))
    return cases


def _experiment(spec: LossSpec, column: bool) -> Experiment:
    def play(student: Student, dice: Dice) -> Observation:
        seen: dict[str, Any] = {}
        for i, case in enumerate(_cases(dice, spec, column)):
            slopes = student.slopes(spec.exercise, *case)
            value = slopes.value
            # (1,) and () are the same loss; anything longer stays visible as what it is.
            one = isinstance(value, torch.Tensor) and value.numel() == 1
            seen[f"value {i}"] = value.reshape(()) if one else value
            seen[f"slopes {i}"] = [or_zeros(g, x) for g, x in zip(slopes.args, case, strict=False)]
        return seen

    return play


def _slope_curves(spec: LossSpec, student: Student) -> tuple[Curve, ...]:
    """Slopes of the student's loss and of the right one, for one sample, over logits from −8 to 8."""
    x = torch.linspace(-8.0, 8.0, 33)
    batches = [x.clone().requires_grad_(True) for _ in range(spec.batches)]
    wanted = torch.autograd.grad(_reduced(spec.reference, "mean")(*batches), batches)
    seen = student.slopes(spec.exercise, *[x] * spec.batches).args
    names = ("fake logit",) if spec.batches == 1 else ("real logit", "fake logit", "logit of a wrong pair")
    return tuple(
        Curve(
            "slope of the loss for one sample",
            name,
            tuple(round(float(v), 3) for v in x),
            tuple(_readable(v) for v in (or_zeros(mine, x) * len(x)).reshape(-1)),
            tuple(round(float(v), 4) for v in right * len(x)),
        )
        for name, mine, right in zip(names, seen, wanted, strict=False)
    )


def _readable(value: torch.Tensor) -> float | None:
    return round(float(value), 4) if math.isfinite(float(value)) else None


def _judge_form(spec: LossSpec, student: Student, dice: Dice, sheet: Sheet) -> None:
    case = _cases(dice, spec, column=False)[1]
    slopes = student.slopes(spec.exercise, *case)
    insist_tensor(sheet, slopes.value, "returns a tensor", number_loses_gradient=True)
    sheet.passed("returns a tensor")


def _judge_stability(spec: LossSpec, student: Student, sheet: Sheet) -> None:
    for sign in (1.0, -1.0):
        logits = torch.tensor([200.0, -200.0, 0.5]) * sign
        slopes = student.slopes(spec.exercise, *_opposite(spec, logits))
        finite = is_finite(slopes.value) and is_finite([g for g in slopes.args if g is not None])
        right = float(_reduced(spec.reference, "mean")(*_opposite(spec, logits)))
        sheet.require(finite and _sensible(slopes.value, right), "finite at logits of ±200", "overflows")


def _opposite(spec: LossSpec, logits: torch.Tensor) -> list[torch.Tensor]:
    """The logits for the first batch, the opposite ones for the second."""
    return [logits * (-1.0) ** i for i in range(spec.batches)]


def _sensible(value: Any, right: float) -> bool:
    """Whether a loss at huge logits has the right sign and size; a guard may make it many times smaller."""
    seen = as_float(value)
    if seen is None or abs(seen) > 10 * abs(right) + 10:
        return False
    return abs(right) < 1 or seen * math.copysign(1.0, right) > 0.01 * abs(right)


def _judge_far(spec: LossSpec, student: Student, sheet: Sheet) -> None:
    """Require a slope where D is sure; room for guards of 1e-5 or less inside a logarithm."""
    logits = torch.tensor([-FAR, FAR])
    batches = [batch.clone().requires_grad_(True) for batch in _opposite(spec, logits)]
    wanted = torch.autograd.grad(_reduced(spec.reference, "mean")(*batches), batches)
    seen = student.slopes(spec.exercise, *_opposite(spec, logits)).args
    pairs = [(or_zeros(mine, right), right) for mine, right in zip(seen, wanted, strict=False)]
    steep = [bool(((mine - right).abs() <= 0.35 * right.abs() + 0.05).all()) for mine, right in pairs]
    sheet.require(all(steep), f"a slope at logits of ±{FAR:g}", "clamped_flat")
