"""Probes of the logit behind two outputs, and of V from binary cross-entropy.

Source: Goodfellow et al. (2014), equation 1, https://arxiv.org/abs/1406.2661.
"""

from __future__ import annotations

import dataclasses
import math
from typing import Any

import torch
import torch.nn.functional as F

from gan_course.exercises.compare import same
from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Sheet
from gan_course.exercises.inputs import Dice
from gan_course.exercises.student.handle import Student
from gan_course.exercises.values import (
    DETACHED,
    MODIFIES_INPUTS,
    as_float,
    insist_tensor,
    judge_inputs_kept,
    or_zeros,
    type_text,
)
from gan_grading.probes.losses import LossSpec, loss_probe
from gan_grading.probes.probe import Duel, Observation, Probe, Rival, misconceptions_of

LARGE = "outputs of ±200"

WRONG_OUTPUT = Misconception(
    "wrong_output",
    "Your number is the logit of output 0.",
    "σ of it has to be the probability of output 1. Which sign has it where output 1 is the larger?",
)
PROBABILITY = Misconception(
    "probability",
    "You return a probability, not the logit that has it as its σ.",
    "Write softmax as one fraction 1/(1 + e^…): the exponent tells the logit.",
)
LOG_PROBABILITY = Misconception(
    "log_probability",
    "You return the logarithm of a probability, which is never positive.",
    "A logit is positive where output 1 is the likelier one: it is the logarithm of the odds.",
)
ONE_OUTPUT = Misconception(
    "one_output",
    "Only one of the two outputs plays a part.",
    "Add the same number to both outputs: softmax does not change. Does yours?",
)
NOT_DIFFERENCE = Misconception(
    "changes_with_a_shift",
    "Your number changes when both outputs grow by the same amount, and softmax does not.",
    "What can be made of two numbers that stays the same when both are shifted?",
)
SCALED = Misconception(
    "scaled",
    "Your number is a multiple of the logit.",
    "Divide numerator and denominator of softmax by the numerator: which exponent is left, and with which factor?",
)
DECISION = Misconception(
    "decision",
    "You return only which output is larger.",
    "σ of your number has to be the softmax, which also says how sure it is.",
)
COLUMN = Misconception(
    "column",
    "The result has shape (N, 1).",
    "A row of shape (N,) is asked. With labels of shape (N,), a column makes an N×N table.",
    share=0.5,
)
LOST_DIMENSION = Misconception(
    "lost_dimension",
    "For a batch of a single row the result is no longer of shape (N,).",
    "squeeze() without a number drops every dimension of size 1, the batch's too: say which one should go.",
    share=0.5,
)
READ_BACK = Misconception(
    "overflows",
    "The logit is wrong, infinite or NaN for outputs of ±200.",
    "There softmax is rounded to 0 or 1 and nothing can be read from it. Is it needed at all?",
    share=0.5,
)
CUT = dataclasses.replace(DETACHED, share=0.5)


def _logit(outputs: torch.Tensor) -> torch.Tensor:
    return outputs[:, 1] - outputs[:, 0]


LOGIT_RIVALS = tuple(
    Rival(m, f)
    for m, f in (
        (WRONG_OUTPUT, lambda o: -_logit(o)),
        (PROBABILITY, lambda o: torch.sigmoid(_logit(o))),
        (PROBABILITY, lambda o: torch.sigmoid(-_logit(o))),
        (PROBABILITY, lambda o: 2 * torch.sigmoid(_logit(o)) - 1),
        (PROBABILITY, lambda o: 1 - 2 * torch.sigmoid(_logit(o))),
        (LOG_PROBABILITY, lambda o: F.logsigmoid(_logit(o))),
        (LOG_PROBABILITY, lambda o: F.logsigmoid(-_logit(o))),
        (ONE_OUTPUT, lambda o: o[:, 1]),
        (ONE_OUTPUT, lambda o: o[:, 0]),
        (NOT_DIFFERENCE, lambda o: o.sum(1)),
        (NOT_DIFFERENCE, lambda o: o.mean(1)),
        (NOT_DIFFERENCE, lambda o: o[:, 1] / o[:, 0]),
        (NOT_DIFFERENCE, lambda o: o.logsumexp(1)),
        (NOT_DIFFERENCE, lambda o: o.max(1).values),
        (NOT_DIFFERENCE, lambda o: o[:, 1] * o[:, 0]),
        (NOT_DIFFERENCE, lambda o: torch.sigmoid(o[:, 1]) - torch.sigmoid(o[:, 0])),
        (SCALED, lambda o: _logit(o) / 2),
        (SCALED, lambda o: 2 * _logit(o)),
        (SCALED, lambda o: _logit(o).abs()),
        (SCALED, lambda o: _logit(o) / math.log(2)),
        (DECISION, lambda o: o.argmax(1)),
        (DECISION, lambda o: o.argmax(1).float()),
        (DECISION, lambda o: torch.sign(_logit(o))),
        (CUT, lambda o: _logit(o).detach()),
    )
)


def _play_logit(student: Student, dice: Dice) -> Observation:
    seen: dict[str, Any] = {}
    for n in (3, 1, 40):
        outputs, weights = dice.normal(n, 2, scale=2.0), dice.uniform(n, low=0.5, high=1.5)
        slopes = student.slopes("one_logit", outputs, weights=weights)
        value = slopes.value
        seen[f"logits {n}"] = value.reshape(-1) if isinstance(value, torch.Tensor) else value
        seen[f"slopes {n}"] = or_zeros(slopes.args[0], outputs)
    return seen


def _logit_text(student: Student) -> str:
    value = as_float(student.call("one_logit", torch.tensor([[1.0, 3.0]])).value)
    return "" if value is None else f"for outputs (1, 3): yours {value:.3f}, wanted 2.000"


def _judge_logit(student: Student, dice: Dice, sheet: Sheet) -> None:
    value = insist_tensor(
        sheet, student.call("one_logit", dice.normal(4, 2)).value, "returns one logit a row"
    )
    found = f"returned a tensor of shape {tuple(value.shape)} for outputs of shape (4, 2)"
    sheet.insist(value.numel() == 4, "returns one logit a row", "wrong_type", found)
    Duel("one_logit", "logit of two outputs", _play_logit, _logit, LOGIT_RIVALS, _logit_text).judge(
        student, dice, sheet
    )
    sheet.require(tuple(value.shape) == (4,), "returns one logit a row", "column", found)
    single = student.call("one_logit", dice.normal(1, 2)).value
    flat = isinstance(single, torch.Tensor) and single.ndim >= 1
    sheet.require(flat, "a batch of one row", "lost_dimension", f"returned {type_text(single)}")
    judge_inputs_kept(student, sheet, "one_logit", dice.normal(5, 2))
    outputs = torch.tensor([[200.0, -200.0], [-200.0, 200.0], [150.0, 148.0], [-190.0, -100.0]])
    large = student.call("one_logit", outputs).value
    large = large.reshape(-1) if isinstance(large, torch.Tensor) else large
    sheet.require(same(_logit(outputs), large), LARGE, "overflows")


SIGN = Misconception(
    "sign",
    "The sign is turned round: a loss is small where V is large.",
    "V is a sum of two averages of logarithms of probabilities; it is never positive.",
)
HALVED = Misconception(
    "halved",
    "You return half of V.",
    "V is the sum of two expectations. In one mean over a balanced batch, how much does each count?",
)
POOLED = Misconception(
    "pooled",
    "You return −2·BCE of all samples together, which is V only if there are as many real as fake ones.",
    "V has two expectations, each with its own mean: a batch with more fakes must not make their term heavier.",
    share=0.5,
)
POOLED_ONCE = Misconception(
    "pooled_once",
    "You return one mean over all samples, in which each expectation counts half at most.",
    "Work the balanced case first: which factor makes V of the mean over 2N samples?",
)
LABELS_SWAPPED = Misconception(
    "labels_swapped",
    "Real samples are treated as label 0 and fakes as label 1.",
    "log D belongs to the data: label 1 is what D should say of a real sample.",
)
SAME_LABEL = Misconception(
    "same_label",
    "Real and fake samples get the same label.",
    "BCE with label 1 gives log D, with label 0 it gives log(1 − D). Where does V need which?",
)
ONE_TERM = Misconception(
    "one_term",
    "One of the two expectations of V is missing.",
    "V judges D on the data and on what the generator makes.",
)
SUBTRACTED = Misconception(
    "subtracted",
    "The two expectations are subtracted.",
    "V adds both; each is an average of logarithms of probabilities, and negative.",
)
SIGMOID_TWICE = Misconception(
    "sigmoid_twice",
    "A sigmoid is applied twice on the way to V.",
    "The function with 'logits' in its name applies σ by itself: give it the logits as they are.",
)
EXPECTS_PROBABILITIES = Misconception(
    "expects_probabilities",
    "The logits are treated as if they were probabilities.",
    "A logit is any real number. The function with 'logits' in its name knows what to do with it.",
)
WRONG_BASE = Misconception(
    "wrong_base",
    "Your logarithm has another base than e.",
    "log in V is the natural logarithm.",
)


def _real(a: torch.Tensor) -> torch.Tensor:
    """What a real sample adds to V, log σ(a)."""
    return F.logsigmoid(a)


def _fake(a: torch.Tensor) -> torch.Tensor:
    """What a fake sample adds to V, log(1 − σ(a))."""
    return F.logsigmoid(-a)


def _pooled(factor: float) -> Any:
    def value(real: torch.Tensor, fake: torch.Tensor) -> torch.Tensor:
        return factor * torch.cat([_real(real).reshape(-1), _fake(fake).reshape(-1)]).mean()

    return value


def _value_text(student: Student) -> str:
    value = as_float(student.call("value_from_bce", torch.zeros(2), torch.zeros(6)).value)
    return "" if value is None else f"for a D that only tosses a coin: yours {value:.3f}, wanted −1.386"


VALUE = LossSpec(
    exercise="value_from_bce",
    reference=(_real, _fake),
    wrong_terms=(
        (SIGN, (lambda a: -_real(a), lambda a: -_fake(a))),
        (HALVED, (lambda a: _real(a) / 2, lambda a: _fake(a) / 2)),
        (SIGN, (lambda a: -_real(a) / 2, lambda a: -_fake(a) / 2)),
        (LABELS_SWAPPED, (_fake, _real)),
        (SAME_LABEL, (_real, _real)),
        (SAME_LABEL, (_fake, _fake)),
        (LABELS_SWAPPED, (lambda a: -_fake(a), lambda a: -_real(a))),
        (ONE_TERM, (_real, torch.zeros_like)),
        (ONE_TERM, (torch.zeros_like, _fake)),
        (SUBTRACTED, (_real, lambda a: -_fake(a))),
        (SUBTRACTED, (lambda a: -_real(a), _fake)),
        (SIGMOID_TWICE, (lambda a: _real(torch.sigmoid(a)), lambda a: _fake(torch.sigmoid(a)))),
        (EXPECTS_PROBABILITIES, (torch.log, lambda a: torch.log(1 - a))),
        (WRONG_BASE, (lambda a: _real(a) / math.log(2), lambda a: _fake(a) / math.log(2))),
    ),
    rivals=(
        Rival(POOLED, _pooled(2.0)),
        Rival(POOLED_ONCE, _pooled(1.0)),
        Rival(SIGN, _pooled(-2.0)),
        Rival(SIGN, _pooled(-1.0)),
    ),
    measure=_value_text,
)

PROBES = (
    Probe(
        "one_logit",
        _judge_logit,
        (*misconceptions_of(LOGIT_RIVALS), COLUMN, LOST_DIMENSION, READ_BACK, MODIFIES_INPUTS),
    ),
    loss_probe(VALUE),
)
