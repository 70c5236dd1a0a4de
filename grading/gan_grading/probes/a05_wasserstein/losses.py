"""Probes of the critic's and the generator's loss (Arjovsky et al. 2017, https://arxiv.org/abs/1701.07875)."""

from __future__ import annotations

from dataclasses import replace

import torch
import torch.nn.functional as F

from gan_course.exercises.compare import same
from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Sheet
from gan_course.exercises.inputs import Dice
from gan_course.exercises.student.handle import Student
from gan_course.exercises.values import as_float
from gan_grading.probes.losses import LossSpec, loss_probe
from gan_grading.probes.probe import Probe, Rival

CRITIC_SIGN = Misconception(
    "critic_sign",
    "Minimising your loss makes the critic give fakes the higher values.",
    "The critic wants E[f(x)] − E[f(G(z))] large, and an optimiser goes downhill. Which sign must the loss have?",
)
SIGMOID_CRITIC = Misconception(
    "sigmoid_critic",
    "The critic's values pass through a sigmoid (or another curve that flattens out).",
    "A critic returns heights, not probabilities. What does the sigmoid do to the slope far from 0?",
)
LOG_KEPT = Misconception(
    "log_kept",
    "A logarithm of the old game is left in your loss.",
    "The distance is a difference of two plain averages: no probability, so no logarithm of one.",
)
ONE_TERM = Misconception(
    "one_term",
    "One of the two averages is missing from your loss.",
    "Raising all values by the same amount must change nothing. Does it change your loss?",
)
SAME_SIGN = Misconception(
    "same_sign",
    "Real and fake values enter your loss with the same sign.",
    "Only the difference of the two averages says anything about the distance.",
)
AVERAGED = Misconception(
    "scaled_loss",
    "Your loss is a fixed multiple of what the formula gives.",
    "The two averages are subtracted; nothing divides or multiplies the difference.",
)
POOLED = Misconception(
    "pooled",
    "Your loss takes one mean over all values together.",
    "Each of the two batches has its own mean, so that a smaller batch weighs as much as a larger one.",
)
PAIRS_SAMPLES = Misconception(
    "pairs_samples",
    "Your loss subtracts value by value, so it needs as many real as fake ones.",
    "Take the mean of each batch first, then subtract the two numbers.",
)
LEAST_SQUARES = Misconception(
    "least_squares",
    "Your loss measures squared distances to labels.",
    "Nobody tells the critic which height is right; labels of 0 and 1 belong to another loss (Mao et al. 2017).",
)
HINGE = Misconception(
    "hinge",
    "Your loss stops pushing where a margin is reached: this is the hinge loss.",
    "The two plain averages have the same slope for every value, however large.",
)
SIZE = Misconception(
    "size_of_difference",
    "You take the size (or the square) of the difference of the averages, or cut it off at 0.",
    "The critic should learn on which side the data are: keep the sign of the difference.",
)
WRONG_WAY = Misconception(
    "wrong_way",
    "Minimising your loss makes G worse: its slope has the wrong sign.",
    "G wants the critic's value of its samples high, and an optimiser goes downhill.",
)
SIZED = Misconception(
    "size_of_value",
    "You take the size (or the square) of the values.",
    "There is no height that is right by itself: −3 may be better than −5, and is when the data have +1.",
)


def _nothing(a: torch.Tensor) -> torch.Tensor:
    return a * 0.0


def _same(a: torch.Tensor) -> torch.Tensor:
    return a * 1.0


def _minus(a: torch.Tensor) -> torch.Tensor:
    return -a


def _pooled(real: torch.Tensor, fake: torch.Tensor) -> torch.Tensor:
    return torch.cat([-real.reshape(-1), fake.reshape(-1)]).mean()


def _gap(real: torch.Tensor, fake: torch.Tensor) -> torch.Tensor:
    return fake.mean() - real.mean()


def _value_text(student: Student) -> str:
    value = as_float(student.call("critic_loss", torch.tensor([3.0, 1.0]), torch.tensor([0.5, -0.5])).value)
    return (
        "" if value is None else f"for f(x) = 3, 1 and f(G(z)) = 0.5, −0.5: yours {value:.3f}, wanted −2.000"
    )


def _g_value_text(student: Student) -> str:
    value = as_float(student.call("generator_loss", torch.tensor([3.0, -1.0])).value)
    return "" if value is None else f"for f(G(z)) = 3, −1: yours {value:.3f}, wanted −1.000"


def _judge_sign(student: Student, dice: Dice, sheet: Sheet) -> None:
    """Tell |E − E| apart from a wrong sign: whether it changes when the batches change places."""
    a, b = dice.normal(7) + 2.0, dice.normal(7) - 2.0
    one, two = (as_float(student.call("critic_loss", *pair).value) for pair in ((a, b), (b, a)))
    gap = abs(float(a.mean() - b.mean()))
    if one is None or two is None:
        return
    sizes = any(same(s, one) and same(s, two) for s in (gap, -gap, gap**2))
    halves = same(one * two, 0.0) and any(same(gap, abs(v)) for v in (one, two))  # cut off at 0 on one side
    sheet.insist(not (sizes or halves), "keeps the sign of the difference", "size_of_difference")


def _critic_probe(plain: Probe) -> Probe:
    def judge(student: Student, dice: Dice, sheet: Sheet) -> None:
        _judge_sign(student, Dice(dice.seed), sheet)
        plain.judge(student, dice, sheet)

    return replace(plain, judge=judge)


PROBES = (
    _critic_probe(
        loss_probe(
            LossSpec(
                exercise="critic_loss",
                reference=(_minus, _same),
                wrong_terms=(
                    (CRITIC_SIGN, (_same, _minus)),
                    (SIGMOID_CRITIC, (lambda a: -torch.sigmoid(a), torch.sigmoid)),
                    (SIGMOID_CRITIC, (torch.sigmoid, lambda a: -torch.sigmoid(a))),
                    (SIGMOID_CRITIC, (lambda a: -torch.tanh(a), torch.tanh)),
                    (SIGMOID_CRITIC, (lambda a: 1 - torch.sigmoid(a), torch.sigmoid)),
                    (LOG_KEPT, (lambda a: F.softplus(-a), F.softplus)),
                    (LOG_KEPT, (lambda a: -F.softplus(-a), lambda a: -F.softplus(a))),
                    (LOG_KEPT, (lambda a: F.softplus(-a), lambda a: -F.softplus(-a))),
                    (LOG_KEPT, (lambda a: -F.softplus(-a), lambda a: F.softplus(-a))),
                    (LOG_KEPT, (lambda a: F.softplus(-a), lambda a: F.softplus(-a))),
                    (LOG_KEPT, (lambda a: -torch.log(a), torch.log)),
                    (LOG_KEPT, (lambda a: -torch.log(a), lambda a: -torch.log(1 - a))),
                    (ONE_TERM, (_minus, _nothing)),
                    (ONE_TERM, (_nothing, _same)),
                    (ONE_TERM, (_same, _nothing)),
                    (ONE_TERM, (_nothing, _minus)),
                    (SAME_SIGN, (_same, _same)),
                    (SAME_SIGN, (_minus, _minus)),
                    (SAME_SIGN, (_minus, lambda a: 1 - a)),
                    (AVERAGED, (lambda a: -0.5 * a, lambda a: 0.5 * a)),
                    (AVERAGED, (lambda a: -2.0 * a, lambda a: 2.0 * a)),
                    (CRITIC_SIGN, (lambda a: 0.5 * a, lambda a: -0.5 * a)),
                    (LEAST_SQUARES, (lambda a: (a - 1) ** 2, lambda a: a**2)),
                    (LEAST_SQUARES, (lambda a: (a - 1) ** 2, lambda a: (a + 1) ** 2)),
                    (LEAST_SQUARES, (lambda a: (a - 1) ** 2 / 2, lambda a: a**2 / 2)),
                    (HINGE, (lambda a: F.relu(1 - a), lambda a: F.relu(1 + a))),
                    (SIZE, (lambda a: -a.abs(), torch.abs)),
                    (SIZE, (lambda a: -a.square(), torch.square)),
                ),
                rivals=(
                    Rival(POOLED, _pooled),
                    Rival(POOLED, lambda r, f: 2 * _pooled(r, f)),
                    Rival(POOLED, lambda r, f: (f.sum() - r.sum()) / len(r)),
                    Rival(POOLED, lambda r, f: (f.sum() - r.sum()) / len(f)),
                    Rival(PAIRS_SAMPLES, lambda r, f: (f - r).mean()),
                    Rival(PAIRS_SAMPLES, lambda r, f: -(r - f).mean()),
                    Rival(SIZE, lambda r, f: _gap(r, f).abs()),
                    Rival(SIZE, lambda r, f: -_gap(r, f).abs()),
                    Rival(SIZE, lambda r, f: _gap(r, f).square()),
                    Rival(SIGMOID_CRITIC, lambda r, f: torch.sigmoid(f.mean()) - torch.sigmoid(r.mean())),
                    Rival(SIGMOID_CRITIC, lambda r, f: torch.tanh(_gap(r, f))),
                    Rival(LOG_KEPT, lambda r, f: torch.log(f.mean()) - torch.log(r.mean())),
                    Rival(LOG_KEPT, lambda r, f: -torch.log(r.mean() - f.mean())),
                ),
                measure=_value_text,
            )
        )
    ),
    loss_probe(
        LossSpec(
            exercise="generator_loss",
            reference=(_minus,),
            wrong_terms=(
                (WRONG_WAY, (_same,)),
                (SIGMOID_CRITIC, (lambda a: -torch.sigmoid(a),)),
                (SIGMOID_CRITIC, (lambda a: 1 - torch.sigmoid(a),)),
                (SIGMOID_CRITIC, (torch.sigmoid,)),
                (SIGMOID_CRITIC, (lambda a: -torch.tanh(a),)),
                (LOG_KEPT, (lambda a: F.softplus(-a),)),
                (LOG_KEPT, (lambda a: -F.softplus(a),)),
                (LOG_KEPT, (F.softplus,)),
                (LOG_KEPT, (lambda a: -F.softplus(-a),)),
                (LOG_KEPT, (lambda a: -torch.log(a),)),
                (LOG_KEPT, (lambda a: torch.log(1 - a),)),
                (LOG_KEPT, (lambda a: -torch.log(a.clamp_min(1e-8)),)),
                (AVERAGED, (lambda a: -0.5 * a,)),
                (LEAST_SQUARES, (lambda a: (a - 1) ** 2,)),
                (LEAST_SQUARES, (lambda a: (a - 1) ** 2 / 2,)),
                (LEAST_SQUARES, (lambda a: 1 - a,)),
                (HINGE, (lambda a: F.relu(1 - a),)),
                (HINGE, (lambda a: F.relu(-a),)),
                (HINGE, (lambda a: -F.relu(a),)),
                (SIZED, (lambda a: -a.abs(),)),
                (SIZED, (torch.abs,)),
                (SIZED, (lambda a: -a.square(),)),
                (SIZED, (torch.square,)),
            ),
            rivals=(
                Rival(SIZED, lambda f: -f.mean().abs()),
                Rival(SIZED, lambda f: f.mean().abs()),
                Rival(WRONG_WAY, lambda f: -f.min()),
                Rival(SIGMOID_CRITIC, lambda f: -torch.sigmoid(f.mean())),
            ),
            measure=_g_value_text,
        )
    ),
)
