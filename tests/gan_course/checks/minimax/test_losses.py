"""Wrong losses get the sentence that names their mistake."""

from __future__ import annotations

import pytest
import torch
from torch.nn.functional import softplus

HALF = "✗ value on 7 real and 5 fake logits: yours {}, wanted 1.6007"


@pytest.mark.parametrize(
    ("wrong", "value", "teach"),
    [
        (
            lambda r, f: -softplus(-r).mean() - softplus(f).mean(),
            "−1.6007",
            "This is V itself. An optimiser goes downhill, and D wants to climb V: what must it descend?",
        ),
        (
            lambda r, f: (softplus(-r).mean() + softplus(f).mean()) / 2,
            "0.8003",
            "Exactly half of what is wanted. V is the sum of two expectations; nothing divides it by two.",
        ),
        (
            lambda r, f: torch.cat([softplus(-r), softplus(f)]).mean(),
            "0.7883",
            "All logits went into one average. V has two expectations, each with its own mean.",
        ),
        (
            lambda r, f: softplus(-r).sum() + softplus(f).sum(),
            "9.4595",
            "The logits were summed. An expectation becomes an average over the batch.",
        ),
        (
            lambda r, f: softplus(r).mean() + softplus(-f).mean(),
            "2.2507",
            "Here D is rewarded for calling real samples fake. Which logit belongs to log σ(a)?",
        ),
        (
            lambda r, f: softplus(-r).mean() + softplus(-f).mean(),
            "1.7507",
            "Here D is rewarded for calling the fakes real as well. The second term holds 1 − σ(a).",
        ),
        (
            lambda r, f: softplus(-torch.sigmoid(r)).mean() + softplus(torch.sigmoid(f)).mean(),
            "1.4407",
            'It looks as if σ was applied twice. A function with "logits" in its name applies it by itself.',
        ),
        (
            lambda r, f: -r.log().mean() - (1 - f).log().mean(),
            "nan",
            "A logit is any real number, often negative, and has no logarithm. The probability is σ(a).",
        ),
    ],
)
def test_wrong_value_of_discriminator_loss(red, wrong, value, teach):
    assert red("discriminator_loss", wrong) == (HALF.format(value), teach)


def test_overflow_is_found(red):
    def naive(r, f):
        return -torch.sigmoid(r).log().mean() - (1 - torch.sigmoid(f)).log().mean()

    line, teach = red("discriminator_loss", naive)
    assert line == "✗ at logits of −200 and +200: yours inf, or its slope, is not finite"
    assert teach.startswith("σ(−200) is rounded to 0")


def test_detached_fakes_are_found(printed):
    """The value is right, and D still learns nothing from the fakes."""
    lines = printed("discriminator_loss", lambda r, f: softplus(-r).mean() + softplus(f.detach()).mean())
    assert "✗ slope at logit −2 of a fake sample: yours 0.0000, wanted 0.1192" in lines


def test_batches_paired_one_to_one_are_refused(red):
    line, _ = red("discriminator_loss", lambda r, f: (softplus(-r) + softplus(f)).mean())
    assert line.startswith("✗ your code stopped at line")


@pytest.mark.parametrize(
    ("wrong", "value", "teach"),
    [
        (
            lambda f: softplus(f).mean(),
            "1.2105",
            "The sign is turned round: minimising this would teach G to be caught.",
        ),
        (
            lambda f: -softplus(f).sum(),
            "−6.0525",
            "The logits were summed. An expectation becomes an average over the batch.",
        ),
        (
            lambda f: softplus(-f).mean(),
            "1.5605",
            "This is −log D(G(z)), another loss, which comes in assignment 04. Here the term of V is asked.",
        ),
        (
            lambda f: -softplus(-f).mean(),
            "−1.5605",
            "This is log D(G(z)). The term of V has 1 − D inside, and minimising yours would make G worse.",
        ),
        (
            lambda f: torch.log1p(-torch.sigmoid(torch.sigmoid(f))).mean(),
            "−1.0139",
            "It looks as if σ was applied twice. What comes in is a logit: the probability is σ(a).",
        ),
    ],
)
def test_wrong_value_of_generator_loss(red, wrong, value, teach):
    line = f"✗ value on 5 fake logits: yours {value}, wanted −1.2105"
    assert red("saturating_generator_loss", wrong) == (line, teach)


def test_generator_loss_that_overflows(printed):
    lines = printed("saturating_generator_loss", lambda f: (1 - torch.sigmoid(f)).log().mean())
    assert "✗ at logits of −200 and +200: yours −inf, or its slope, is not finite" in lines


def test_generator_loss_without_gradient(red):
    line, teach = red("saturating_generator_loss", lambda f: -softplus(f.detach()).mean())
    assert line == "✗ returns a scalar, but no gradient can flow through it"
    assert teach.endswith("A loss that carries no gradient trains nobody.")
