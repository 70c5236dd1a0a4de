"""Wrong penalties, averages and settings get the sentence that names their mistake."""

from __future__ import annotations

import warnings

import pytest
import torch


def _penalty(of, graph=True, output=lambda logits: logits.sum()):
    def penalty(discriminator, real, gamma):
        x = real.detach().requires_grad_(True)
        (slope,) = torch.autograd.grad(output(discriminator(x)), x, create_graph=graph)
        return of(slope, gamma)

    return penalty


@pytest.mark.parametrize(
    ("of", "value", "teach"),
    [
        (
            lambda s, g: g * s.square().sum(1).mean(),
            "5.0000",
            "Twice what is wanted: γ/2 stands in front.",
        ),
        (
            lambda s, g: g / 2 * s.norm(dim=1).mean(),
            "0.5000",
            "This is the length of the slope, not its square: 3² + 4² = 25, and no root is taken.",
        ),
        (
            lambda s, g: g / 2 * s.square().sum(),
            "7.5000",
            "The samples were summed. The expectation becomes a mean over the batch.",
        ),
        (
            lambda s, g: g / 2 * s.square().mean(),
            "1.2500",
            "The mean was taken over the coordinates as well: ‖·‖² adds them up.",
        ),
        (
            lambda s, g: g / 2 * (s.norm(dim=1) - 1).square().mean(),
            "1.6000",
            "This pulls the length of the slope towards 1. R1 pulls it towards 0.",
        ),
        (
            lambda s, g: 0.5 * s.square().sum(1).mean(),
            "12.5000",
            "γ is missing: twice the γ must give twice the penalty.",
        ),
        (
            lambda s, g: -g / 2 * s.square().sum(1).mean(),
            "−2.5000",
            "The sign is turned round: this would reward steep slopes.",
        ),
    ],
)
def test_wrong_penalties(red, of, value, teach):
    line = f"✗ for D(x) = 3x₁ + 4x₂ and γ = 0.2: yours {value}, wanted 2.5000"
    assert red("r1_penalty", _penalty(of)) == (line, teach)


def test_a_penalty_that_cannot_train_d(red):
    line, teach = red("r1_penalty", _penalty(lambda s, g: g / 2 * s.square().sum(1).mean(), graph=False))
    assert line == "✗ no gradient (or a wrong one) reaches D's weights"
    assert teach.endswith("Which argument of torch.autograd.grad keeps one?")


def test_a_penalty_that_averages_slopes_first(red):
    line, teach = red("r1_penalty", _penalty(lambda s, g: g / 2 * s.mean(0).square().sum()))
    assert line == "✗ for D(x) = 1.5 (x₁² + 2x₂) and γ = 1: yours 4.5000, wanted 7.5000"
    assert teach == "Square each sample's slope first, then take the mean over the samples."


def test_a_penalty_that_calls_backward(printed):
    def penalty(discriminator, real, gamma):
        x = real.detach().requires_grad_(True)
        discriminator(x).sum().backward(create_graph=True)
        return gamma / 2 * x.grad.square().sum(1).mean()

    with warnings.catch_warnings():  # torch warns of create_graph, once a process
        warnings.simplefilter("ignore")
        assert "✗ D's .grad has changed" in printed("r1_penalty", penalty)


def _step(mix, pick=lambda a: True):
    @torch.no_grad()
    def step(averaged, model, keep):
        for a, b in zip(averaged.parameters(), model.parameters(), strict=True):
            if pick(a):
                a.copy_(mix(a, b, keep))

    return step


@pytest.mark.parametrize(
    ("wrong", "teach"),
    [
        (
            lambda averaged, model, keep: None,
            "It has not moved. a = … gives a name to a new tensor; write into the parameter instead.",
        ),
        (
            _step(lambda a, b, keep: (1 - keep) * a + keep * b),
            "The shares have changed places: `keep` is what the average keeps of itself.",
        ),
        (_step(lambda a, b, keep: b), "It has become the model. Only the share 1 − keep comes from there."),
        (
            _step(lambda a, b, keep: keep * a + (1 - keep) * b, lambda a: a.ndim > 1),
            "Some parameters moved and others did not: weights and biases of all layers are meant.",
        ),
        (
            _step(lambda a, b, keep: keep * a + b),
            "The two shares add up to 1: averaging a model with itself leaves it as it is.",
        ),
    ],
)
def test_wrong_averages(red, wrong, teach):
    assert red("average_weights", wrong) == (
        "✗ the average is not 0.75 of itself and 0.25 of the model",
        teach,
    )


def test_an_average_that_writes_back(red):
    def step(averaged, model, keep):
        _step(lambda a, b, keep: keep * a + (1 - keep) * b)(averaged, model, keep)
        model.load_state_dict(averaged.state_dict())

    line, _ = red("average_weights", step)
    assert line == "✗ the model has changed"


def test_an_average_with_a_fixed_share(red):
    line, _ = red("average_weights", _step(lambda a, b, keep: 0.75 * a + 0.25 * b))
    assert line == "✗ the second step, with keep = 0.9, does not go on from the first"


@pytest.mark.parametrize(
    ("wrong", "line"),
    [
        (lambda settings: dict(settings), "these are the settings of the collapsed run"),
        (lambda settings: None, "returned None, wanted a dictionary"),
        (lambda settings: {"d_lr": 2e-3}, "missing: average, decay, g_lr, r1; not known: none"),
        (lambda settings: {**settings, "lr": 1}, "missing: none; not known: lr"),
        (
            lambda settings: {**settings, "average": 1.0},
            "average = 1.0, wanted the share that is kept, at least 0 and below 1",
        ),
        (lambda settings: {**settings, "d_lr": 0.0}, "d_lr = 0.0, wanted a learning rate above 0"),
        (
            lambda settings: settings.update(d_lr=2e-3) or settings,
            "the dictionary that came in was changed",
        ),
    ],
)
def test_wrong_settings(red, wrong, line):
    assert red("mend", wrong)[0] == f"✗ {line}"
