"""Probes of binary cross-entropy, from probabilities and from logits (natural logarithms)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import torch
import torch.nn.functional as F

from gan_course.exercises.compare import is_finite, same
from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Sheet
from gan_course.exercises.inputs import Dice
from gan_course.exercises.student.handle import Student
from gan_course.exercises.values import (
    BECOMES_NUMBER,
    DETACHED,
    MODIFIES_INPUTS,
    as_float,
    insist_tensor,
    judge_inputs_kept,
    or_zeros,
)
from gan_grading.probes.a02_information_and_cross_entropy.distributions import Form, scalar
from gan_grading.probes.a02_information_and_cross_entropy.mistakes import (
    ARGUMENTS_SWAPPED,
    CLIPPED,
    EXPECTS_PROBABILITIES,
    EXTRA_SIGMOID,
    LIKELIHOOD,
    NOT_STABLE_FORM,
    OVERFLOWS,
    SHAPES_MIXED,
    SIGMOID_TWICE,
    SQUARED,
    Terms,
    mean_of,
    reductions,
    slips,
)
from gan_grading.probes.probe import Duel, Experiment, Observation, Probe, Rival, misconceptions_of


@dataclass(frozen=True)
class _Spec:
    """One of the two losses.

    Attributes:
        exercise: name of the function.
        terms: costs of labels 1 and 0.
        wrong: wrong losses of its own, the likeliest first.
        draw: hidden predictions, shape (n,).
        stable: whether logits of ±200 are asked.
        measured: a prediction and its cost with label 1, for the sentence of numbers.
    """

    exercise: str
    terms: Terms
    wrong: Sequence[tuple[Misconception, Form]]
    draw: Callable[[Dice, int], torch.Tensor]
    stable: bool
    measured: tuple[float, float]


def _labels(dice: Dice, n: int) -> torch.Tensor:
    """Labels with both kinds among them, in an order of their own; one label is a 1 or a 0."""
    if n == 1:
        return torch.tensor([float(dice.integer(0, 1))])
    labels = (dice.uniform(n) < 0.6).float()
    labels[0], labels[1] = 1.0, 0.0
    return labels


def _experiment(spec: _Spec) -> Experiment:
    def play(student: Student, dice: Dice) -> Observation:
        seen: dict[str, Any] = {}
        for n in (7, 1, 300, 12):
            x, y = spec.draw(dice, n), _labels(dice, n)
            if n == 12:
                x, y = x.reshape(n, 1), y.reshape(n, 1)
            slopes = student.slopes(spec.exercise, x, y, only=(0,))
            value = slopes.value
            seen[f"value {n}"] = scalar(value.reshape(-1) if isinstance(value, torch.Tensor) else value)
            seen[f"slope {n}"] = or_zeros(slopes.args[0], x)
        return seen

    return play


def _mixed(spec: _Spec) -> Experiment:
    def play(student: Student, dice: Dice) -> Observation:
        x, y = spec.draw(dice, 9), _labels(dice, 9)
        return {
            "column of predictions": scalar(student.call(spec.exercise, x.reshape(9, 1), y).value),
            "column of labels": scalar(student.call(spec.exercise, x, y.reshape(9, 1)).value),
        }

    return play


def _judge_large(spec: _Spec, student: Student, sheet: Sheet) -> None:
    for labels in ([0.0, 1.0, 1.0, 0.0], [0.0, 1.0, 0.0, 1.0], [1.0, 0.0, 1.0, 0.0]):
        x, y = torch.tensor([200.0, -200.0, 150.0, -90.0]), torch.tensor(labels)
        slopes = student.slopes(spec.exercise, x, y, only=(0,))
        finite = is_finite(slopes.value) and is_finite(or_zeros(slopes.args[0], x))
        sheet.require(finite, "finite at logits of ±200", "overflows")
        if finite:
            exact = same(mean_of(*spec.terms)(x, y), scalar(slopes.value))
            sheet.require(exact, "exact at logits of ±200", "clipped")


def _bce_probe(spec: _Spec) -> Probe:
    right = mean_of(*spec.terms)
    wrong = (*slips(spec.terms), *spec.wrong, *reductions(spec.terms))
    rivals = [Rival(m, form) for m, form in wrong]
    rivals.append(Rival(DETACHED, lambda x, y: right(x, y).detach()))
    rivals += [Rival(m, _summed(form)) for m, form in (*slips(spec.terms), *spec.wrong)]

    def measure(student: Student) -> str:
        given, cost = spec.measured
        value = as_float(student.call(spec.exercise, torch.tensor([given]), torch.tensor([1.0])).value)
        word = "logit" if spec.stable else "probability"
        return "" if value is None else f"{word} {given} with label 1: yours {value:.3f}, wanted {cost:.3f}"

    def judge(student: Student, dice: Dice, sheet: Sheet) -> None:
        x, y = spec.draw(dice, 5), _labels(dice, 5)
        value = student.slopes(spec.exercise, x, y, only=(0,)).value
        insist_tensor(sheet, value, "returns a tensor", number_loses_gradient=True)
        sheet.passed("returns a tensor")
        Duel(spec.exercise, "value and slopes", _experiment(spec), right, rivals, measure).judge(
            student, dice, sheet
        )
        mixed = Duel(spec.exercise, "mixed shapes", _mixed(spec), right)
        sheet.require(mixed.agrees(student, dice), "mixed shapes", "shapes_mixed")
        if spec.stable:
            _judge_large(spec, student, sheet)
        judge_inputs_kept(student, sheet, spec.exercise, x, y)

    extra = (OVERFLOWS, CLIPPED) if spec.stable else ()
    return Probe(
        spec.exercise,
        judge,
        (*misconceptions_of(rivals), BECOMES_NUMBER, SHAPES_MIXED, MODIFIES_INPUTS, *extra),
    )


def _summed(form: Form) -> Form:
    """The same slip with a sum in place of the mean."""
    return lambda x, y: form(x, y) * x.numel()


def _of_probability(x: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
    return mean_of(lambda p: -torch.log(p), lambda p: -torch.log(1 - p))(x, y)


def _of_logit(x: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
    return mean_of(lambda a: F.softplus(-a), F.softplus)(x, y)


PROBES = (
    _bce_probe(
        _Spec(
            exercise="bce_from_probabilities",
            terms=(lambda p: -torch.log(p), lambda p: -torch.log(1 - p)),
            wrong=(
                (EXTRA_SIGMOID, _of_logit),
                (ARGUMENTS_SWAPPED, lambda p, y: F.binary_cross_entropy(y, p)),
                (ARGUMENTS_SWAPPED, lambda p, y: _of_probability(y, p)),
                (SQUARED, mean_of(lambda p: (1 - p) ** 2, lambda p: p**2)),
                (SQUARED, mean_of(lambda p: 1 - p, lambda p: p)),
                (LIKELIHOOD, mean_of(lambda p: p, lambda p: 1 - p)),
                (LIKELIHOOD, mean_of(lambda p: -p, lambda p: p - 1)),
                (LIKELIHOOD, mean_of(lambda p: -p, lambda p: p)),
            ),
            draw=lambda dice, n: dice.uniform(n, low=0.03, high=0.97),
            stable=False,
            measured=(0.9, 0.105),
        )
    ),
    _bce_probe(
        _Spec(
            exercise="bce_from_logits",
            terms=(lambda a: F.softplus(-a), F.softplus),
            wrong=(
                (EXPECTS_PROBABILITIES, _of_probability),
                (EXPECTS_PROBABILITIES, lambda a, y: _of_probability(a.clamp(1e-7, 1 - 1e-7), y)),
                (SIGMOID_TWICE, lambda a, y: _of_logit(torch.sigmoid(a), y)),
                (
                    NOT_STABLE_FORM,
                    mean_of(
                        lambda a: a.clamp_min(0) - a + F.softplus(-a),
                        lambda a: a.clamp_min(0) + F.softplus(-a),
                    ),
                ),
                (
                    NOT_STABLE_FORM,
                    mean_of(
                        lambda a: a.clamp_min(0) - a + F.softplus(a), lambda a: a.clamp_min(0) + F.softplus(a)
                    ),
                ),
                (
                    NOT_STABLE_FORM,
                    mean_of(
                        lambda a: a.clamp_min(0) - a + F.softplus(a.abs()),
                        lambda a: a.clamp_min(0) + F.softplus(a.abs()),
                    ),
                ),
                (
                    NOT_STABLE_FORM,
                    mean_of(
                        lambda a: a.abs() - a + F.softplus(-a.abs()), lambda a: a.abs() + F.softplus(-a.abs())
                    ),
                ),
                (
                    NOT_STABLE_FORM,
                    mean_of(lambda a: F.softplus(-a.abs()) - a, lambda a: F.softplus(-a.abs())),
                ),
                (SQUARED, mean_of(lambda a: (1 - torch.sigmoid(a)) ** 2, lambda a: torch.sigmoid(a) ** 2)),
                (SQUARED, mean_of(lambda a: (1 - a) ** 2, lambda a: a**2)),
                (SQUARED, mean_of(lambda a: 1 - torch.sigmoid(a), torch.sigmoid)),
                (LIKELIHOOD, mean_of(lambda a: -a, lambda a: a)),
            ),
            draw=lambda dice, n: dice.normal(n, scale=2.5).clamp(-6.0, 6.0),
            stable=True,
            measured=(-2.0, 2.127),
        )
    ),
)
