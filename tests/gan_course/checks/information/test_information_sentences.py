"""Wrong answers get the sentence that names their mistake, word for word."""

from __future__ import annotations

import math

import pytest
import torch
from torch.nn.functional import softplus

PAIR = "p = (0.5, 0.25, 0.125, 0.125), q = (0.1, 0.6, 0.2, 0.1), base 2"


def entropy(p, base):
    return -torch.xlogy(p, p).sum() / math.log(base)


def cross(p, q, base):
    return -torch.xlogy(p, q).sum() / math.log(base)


def kl(p, q, base):
    return cross(p, q, base) - entropy(p, base)


@pytest.mark.parametrize(
    ("exercise", "wrong", "line", "teach"),
    [
        (
            "information",
            lambda p, base: p.log() / math.log(base),
            "✗ surprise of P = 1/4 in bits: yours −2.0000, wanted 2.0000",
            "The logarithm of a number below 1 is negative. Surprise counts upwards from 0.",
        ),
        (
            "information",
            lambda p, base: -p.log(),
            "✗ surprise of P = 1/4 in bits: yours 1.3863, wanted 2.0000",
            "That is the surprise in nats: the base that was given is 2. How is a logarithm's base changed?",
        ),
        (
            "entropy",
            lambda p, base: -(p * p.log()).sum() / math.log(base),
            "✗ entropy of (1/2, 0, 1/2): yours nan, wanted 1.0000",
            "A computer makes 0·log 0 = 0·(−∞) = nan; its limit is 0. Keep log 0 from being multiplied, or "
            "look for a torch function that knows this rule.",
        ),
        (
            "entropy",
            lambda p, base: entropy(p, base) / len(p),
            "✗ entropy of (1/2, 1/4, 1/8, 1/8) in bits: yours 0.4375, wanted 1.7500",
            "A mean over the outcomes counts rare ones as often as frequent ones, on top of P.",
        ),
        (
            "cross_entropy",
            lambda p, q, base: cross(q, p, base),
            f"✗ {PAIR}: yours 2.2000, wanted 2.5507",
            "p and q have changed places. Which of the two says how often an outcome happens?",
        ),
        (
            "cross_entropy",
            lambda p, q, base: cross(p, q.clamp_min(1e-12), base),
            "✗ p = (0.5, 0.5), q = (1, 0): yours 13.8155, wanted inf",
            "What q takes for impossible does happen, and surprises without bound. Was something clipped, "
            "or was a small number added before the logarithm?",
        ),
        (
            "kl_divergence",
            cross,
            f"✗ {PAIR}: yours 2.5507, wanted 0.8007",
            "That is the cross-entropy. How much of it would be left with the right code?",
        ),
        (
            "kl_divergence",
            lambda p, q, base: kl(q, p, base),
            f"✗ {PAIR}: yours 0.6290, wanted 0.8007",
            "That is KL(q‖p). Which of the two says how often an outcome happens?",
        ),
        (
            "js_divergence",
            lambda p, q, base: kl(p, (p + q) / 2, base) + kl(q, (p + q) / 2, base),
            f"✗ {PAIR}: yours 0.3317, wanted 0.1659",
            "Twice what is wanted: the two divergences are averaged.",
        ),
    ],
)
def test_sums_over_distributions(red, exercise, wrong, line, teach):
    assert red(exercise, wrong) == (line, teach)


def test_a_column_against_a_row_is_found(red):
    """(N, 1) against (N,) makes an N×N table, whose mean looks like a loss."""
    line, teach = red("bce_from_logits", lambda a, y: (softplus(a) - y * a).mean())
    assert line == ("✗ shape (5, 1) with labels of shape (5,): yours 1.0883, wanted 0.9083 as before")
    assert teach.startswith("(N, 1) meets (N,), and torch makes an N×N table")


def test_overflow_and_clipping_are_told_apart(red):
    def naive(a, y):
        p, y = torch.sigmoid(a.reshape(-1)), y.reshape(-1)
        return -(y * p.log() + (1 - y) * (1 - p).log()).mean()

    def clipped(a, y):
        p, y = torch.sigmoid(a.reshape(-1)).clamp(1e-7, 1 - 1e-7), y.reshape(-1)
        return -(y * p.log() + (1 - y) * (1 - p).log()).mean()

    line, teach = red("bce_from_logits", naive)
    assert line == "✗ at logits of ±200: yours nan, or its slope, is not finite"
    assert teach.startswith("σ(200) is rounded to 1")
    line, teach = red("bce_from_logits", clipped)
    assert line == "✗ at logits of ±200, two right and two wrong: yours 8.02, wanted 100.00"
    assert teach.startswith("Clipping keeps the loss finite")


def test_a_pooled_batch_is_named(red):
    def pooled(real, fake):
        costs = torch.cat([softplus(-real).reshape(-1), softplus(fake).reshape(-1)])
        return -2 * costs.mean()

    assert red("value_from_bce", pooled) == (
        "✗ 5 real and 3 fake logits: yours −2.2250, wanted −1.9760",
        "That is −2·BCE of all eight samples: with 5 real and 3 fake ones the real weigh 5/8, not 1/2. "
        "How can each kind have its own mean?",
    )


def test_logits_taken_for_probabilities_are_named(red):
    line, teach = red("bce_from_logits", lambda a, y: -a.reshape(-1).log().mean())
    assert line == "✗ value on 5 logits: yours nan, wanted 0.9083"
    assert teach == (
        "A logit is any real number, often negative, and has no logarithm. The probability is σ(a)."
    )


@pytest.mark.parametrize(
    ("name", "value", "line"),
    [
        ("q_infinite_divergence", "e", '✗ got \'e\'; the answer is one of "a", "b", "c", "d"'),
        ("q_infinite_divergence", "b", "✓ recorded: q_infinite_divergence = 'b'"),
        ("q_js_from_value", 0.7, "✓ recorded: q_js_from_value = 0.7"),
        (
            "q_js_from_value",
            None,
            "· not answered yet: give q_js_from_value a value, run the cell, come back",
        ),
    ],
)
def test_questions_judge_the_form_alone(printed, name, value, line):
    """A wrong number is recorded like a right one: the check must not give the answer away."""
    assert printed(name, value) == [line]
