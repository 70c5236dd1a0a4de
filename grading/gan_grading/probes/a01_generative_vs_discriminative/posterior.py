"""Probe of Bayes' rule in log space."""

from __future__ import annotations

import torch
import torch.nn.functional as F

from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Sheet
from gan_course.exercises.inputs import Dice
from gan_course.exercises.student.handle import Student
from gan_course.exercises.values import MODIFIES_INPUTS, insist_tensor, judge_inputs_kept
from gan_grading.probes.a01_generative_vs_discriminative.parts import REMEMBERS, judge_repeatable
from gan_grading.probes.probe import Duel, Observation, Probe, Rival, misconceptions_of

NOT_NORMALISED = Misconception(
    "joint_not_normalised",
    "Your posteriors do not add up to 1 in each row: the joint is not normalised.",
    "Bayes' rule divides the joint by P(x), which is the sum of the joint over the classes.",
)
WRONG_AXIS = Misconception(
    "wrong_axis",
    "The columns add up to 1, or the whole table does, instead of the rows.",
    "For one x the classes share one whole. Along which dimension do the classes lie?",
)
LOG_RETURNED = Misconception(
    "log_returned",
    "You return the logarithm of the posterior.",
    "The exercise asks for the probabilities themselves.",
)
VERDICT = Misconception(
    "verdict",
    "You return the best class, or 0 and 1, not probabilities.",
    "How sure can one be of the best class? The scores of the others matter, too.",
)
NO_EXPONENT = Misconception(
    "no_exponential",
    "The scores are divided or squashed without going back from logarithms to joints.",
    "A score is a logarithm. Which function undoes it, before anything is added up?",
)
FAR_SCORES = Misconception(
    "underflow",
    "With scores of −2000 or +500 what comes back is NaN, 0 or wrong.",
    "e^(−2000) is 0 and e^500 infinite to a computer. Adding one number to all scores of a row changes "
    "nothing: choose it row by row so that the largest becomes harmless.",
    share=0.5,
)


def _play_posterior(student: Student, dice: Dice) -> Observation:
    sizes = ((dice.integer(4, 7), 3), (1, 2), (4, 4), (3, 10))
    return {
        f"{n} rows, {k} classes": student.call("posterior", dice.normal(n, k, scale=2.0)).value
        for n, k in sizes
    }


def _play_far(student: Student, dice: Dice) -> Observation:
    shifts = torch.tensor([[-2000.0], [500.0], [0.0], [-150.0]])
    scores = dice.normal(4, 3, scale=2.0) + shifts
    gap = dice.normal(2, 3)
    gap[:, 0] -= 400.0
    return {
        "rows of different size": student.call("posterior", scores).value,
        "one hopeless class": student.call("posterior", gap).value,
    }


def _softmax(s: torch.Tensor) -> torch.Tensor:
    return s.softmax(1)


POSTERIOR_RIVALS = tuple(
    Rival(m, f)
    for m, f in (
        (NOT_NORMALISED, torch.exp),
        (WRONG_AXIS, lambda s: s.softmax(0)),
        (WRONG_AXIS, lambda s: s.exp() / s.exp().sum()),
        (LOG_RETURNED, lambda s: s.log_softmax(1)),
        (NOT_NORMALISED, lambda s: (s - s.amax(1, keepdim=True)).exp()),
        (NOT_NORMALISED, lambda s: (s - s.max()).exp()),
        (NO_EXPONENT, lambda s: s / s.sum(1, keepdim=True)),
        (NO_EXPONENT, torch.sigmoid),
        (NO_EXPONENT, lambda s: s.abs() / s.abs().sum(1, keepdim=True)),
        (NO_EXPONENT, lambda s: s.sigmoid() / s.sigmoid().sum(1, keepdim=True)),
        (NO_EXPONENT, lambda s: s.exp().softmax(1)),
        (NO_EXPONENT, lambda s: s.softmax(1).softmax(1)),
        (NO_EXPONENT, lambda s: (-s).softmax(1)),
        (NO_EXPONENT, lambda s: (2**s) / (2**s).sum(1, keepdim=True)),
        (VERDICT, lambda s: F.one_hot(s.argmax(1), s.shape[1])),
        (VERDICT, lambda s: s.argmax(1)),
        (VERDICT, lambda s: s.softmax(1).amax(1)),
        (VERDICT, lambda s: s >= s.amax(1, keepdim=True)),
        (WRONG_AXIS, lambda s: s.exp() / s.exp().sum(0)),
        (LOG_RETURNED, lambda s: s - s.amax(1, keepdim=True)),
        (NOT_NORMALISED, lambda s: s.exp() / s.exp().mean(1, keepdim=True)),
        (NOT_NORMALISED, lambda s: s.exp() / s.exp().amax()),
        (NOT_NORMALISED, lambda s: s.exp().mean(1, keepdim=True) * s.softmax(1)),
        (NO_EXPONENT, lambda s: s),
    )
)


def _judge_posterior(student: Student, dice: Dice, sheet: Sheet) -> None:
    scores = dice.normal(4, 3)
    insist_tensor(sheet, student.call("posterior", scores).value, "returns a tensor")
    sheet.passed("returns a tensor")
    Duel("posterior", "share of each class", _play_posterior, _softmax, POSTERIOR_RIVALS).judge(
        student, dice, sheet
    )
    far = Duel("posterior", "scores of any size", _play_far, _softmax)
    sheet.require(far.agrees(student, dice), "scores of any size", "underflow")
    judge_inputs_kept(student, sheet, "posterior", scores)
    judge_repeatable(student, sheet, "posterior", scores)


PROBES = (
    Probe(
        "posterior",
        _judge_posterior,
        (*misconceptions_of(POSTERIOR_RIVALS), FAR_SCORES, REMEMBERS, MODIFIES_INPUTS),
    ),
)
