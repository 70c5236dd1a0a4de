"""Wrong slopes and wrong losses get the sentence that names their mistake."""

from __future__ import annotations

import pytest
import torch
import torch.nn.functional as F

s = torch.sigmoid


@pytest.mark.parametrize(
    ("wrong", "line", "teach"),
    [
        (
            lambda a: (s(a) / len(a), s(-a) / len(a)),
            "at a single logit of 0: yours 0.5000 and 0.5000, wanted −0.5000 twice",
            "Both losses fall when the logit grows, so both slopes are negative.",
        ),
        (
            lambda a: (F.logsigmoid(-a) / len(a), -F.logsigmoid(a) / len(a)),
            "at a single logit of 0: yours −0.6931 and 0.6931, wanted −0.5000 twice",
            "These are the values of the losses. Their derivatives in a are asked for.",
        ),
        (
            lambda a: (-s(a) * s(-a), -s(a) * s(-a)),
            "at a single logit of 0: yours −0.2500 and −0.2500, wanted −0.5000 twice",
            "σ(1 − σ) is the slope of the sigmoid alone. A logarithm divides it by its argument.",
        ),
        (
            lambda a: (-1 / s(-a), -1 / s(a)),
            "at a single logit of 0: yours −2.0000 and −2.0000, wanted −0.5000 twice",
            "This is the slope in D = σ(a). The chain rule has one more factor, σ'(a).",
        ),
        (
            lambda a: (-s(-a) / len(a), -s(a) / len(a)),
            "at a single logit of −6: yours −0.9975 and −0.0025, wanted −0.0025 and −0.9975",
            "The two have changed places: the saturating loss, the flat one, comes first.",
        ),
        (
            lambda a: (-s(a) / len(a), -s(a) / len(a)),
            "at a single logit of −6: yours −0.0025 and −0.0025, wanted −0.0025 and −0.9975",
            "Both of yours are the same loss. One slope holds σ(a), the other 1 − σ(a).",
        ),
        (
            lambda a: (-s(a), -s(-a)),
            "in a batch of 5 the slopes are five times too large",
            "The losses are means. By what is each of the N terms divided?",
        ),
        (
            lambda a: (-a.exp() / (1 + a.exp()) / len(a), -1 / (1 + a.exp()) / len(a)),
            "at logits of +200 and −200 a slope is not finite, or not as wanted",
            "e²⁰⁰ is too large for a float. torch.sigmoid knows how to avoid it.",
        ),
        (
            lambda a: -s(a) / len(a),
            "returned tensor (1,) float32, wanted a pair of tensors",
            "One tensor of slopes for the saturating loss, then one for the other.",
        ),
        (
            lambda a: (-s(a).mean(), -s(-a).mean()),
            "returned shapes () and (), wanted (1,) twice",
            "A loss has one slope for each logit that goes into it.",
        ),
    ],
)
def test_wrong_slopes(red, wrong, line, teach):
    assert red("generator_slopes", wrong) == (f"✗ {line}", teach)


def test_the_saturating_loss_is_told_where_to_look(red):
    """The sentences of the exercise that this course takes as its example."""
    line, teach = red("generator_loss", lambda a: F.logsigmoid(-a).mean())
    assert line == "✗ slope at logit −6: yours −0.0025, wanted −0.9975"
    assert teach == (
        "Your loss is almost flat where D is sure the sample is fake, so G learns nothing just when it is "
        "losing. That is the slope of log(1 − D). Read the sentence under the plot again: which of the two "
        "curves is steep on the left?"
    )


@pytest.mark.parametrize(
    ("wrong", "line", "teach"),
    [
        (
            lambda a: F.logsigmoid(a).mean(),
            "slope at logit −6: yours 0.9975, wanted −0.9975",
            "Downhill must mean: towards logits that D takes for real. Yours leads the other way.",
        ),
        (
            lambda a: F.softplus(a).mean(),
            "slope at logit −6: yours 0.0025, wanted −0.9975",
            "Downhill must mean: towards logits that D takes for real. Yours leads the other way.",
        ),
        (
            lambda a: 0.5 * F.softplus(-a).mean(),
            "slope at logit −6: yours −0.4988, wanted −0.9975",
            "Differentiate −log σ(a), as in exercise 1, and compare with the curves below.",
        ),
        (
            lambda a: F.softplus(-a).sum(),
            "value on 5 fake logits: yours 7.8025, wanted 1.5605",
            "The logits were summed. An expectation becomes an average over the batch.",
        ),
        (
            lambda a: -s(a).log().mean(),
            "at logits of −200 and +200: yours inf, or its slope, is not finite",
            "σ(−200) is rounded to 0, and log 0 is −∞. "
            "Look for a function that takes logits and never forms σ.",
        ),
    ],
)
def test_wrong_losses(red, wrong, line, teach):
    assert red("generator_loss", wrong) == (f"✗ {line}", teach)


def test_a_loss_without_gradient(red):
    line, teach = red("generator_loss", lambda a: F.softplus(-a.detach()).mean())
    assert line == "✗ returns a scalar, but no gradient can flow through it"
    assert teach.endswith("A loss that carries no gradient trains nobody.")


def test_a_loss_that_is_a_number(red):
    line, _ = red("generator_loss", lambda a: F.softplus(-a).mean().item())
    assert line == (
        "✗ returned float; the gradient is lost when a tensor becomes a number. Return the tensor."
    )
