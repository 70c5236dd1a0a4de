"""What assignment 02 proves on paper holds for the functions its solution writes."""

from __future__ import annotations

import math

import pytest
import torch


@pytest.fixture
def generator() -> torch.Generator:
    return torch.Generator().manual_seed(2)


def distributions(generator, count, outcomes):
    weights = torch.rand(count, outcomes, generator=generator, dtype=torch.float64)
    weights[:, 0] = 0.0  # an outcome that neither has
    weights[0::2, 1] = 0.0  # one that only half of them have
    return weights / weights.sum(1, keepdim=True)


def batch_bce(solved, real, fake):
    labels = torch.cat([torch.ones(len(real)), torch.zeros(len(fake))])
    return solved["bce_from_logits"](torch.cat([real, fake]), labels)


@pytest.mark.parametrize("n", [1, 7, 512])
def test_value_is_minus_two_bce_on_balanced_batches(solved, generator, n):
    real, fake = 4 * torch.randn(n, generator=generator), 4 * torch.randn(n, generator=generator)
    value = solved["value_from_bce"](real, fake)
    torch.testing.assert_close(value, -2 * batch_bce(solved, real, fake))


def test_value_is_not_minus_two_bce_on_unbalanced_batches(solved, generator):
    """Otherwise "balanced" would be an idle word in the claim."""
    real, fake = 2 + torch.randn(64, generator=generator), 1 + torch.randn(192, generator=generator)
    gap = solved["value_from_bce"](real, fake) + 2 * batch_bce(solved, real, fake)
    assert abs(float(gap)) > 0.1


def test_best_value_is_twice_js_less_log_four(solved, generator):
    """Goodfellow et al. (2014), theorem 1, with D* = p/(p + q) written out here."""
    for p, q in distributions(generator, 20, 8).reshape(10, 2, 8):
        seen = p + q > 0
        d = p[seen] / (p + q)[seen]
        value = torch.xlogy(p[seen], d).sum() + torch.xlogy(q[seen], 1 - d).sum()
        js = solved["js_divergence"](p, q, math.e)
        torch.testing.assert_close(value, 2 * js - math.log(4))


def test_divergence_is_cross_entropy_less_entropy(solved, generator):
    for p, q in distributions(generator, 20, 6).reshape(10, 2, 6):
        kl, extra = solved["kl_divergence"](p, q, 2.0), solved["cross_entropy"](p, q, 2.0)
        torch.testing.assert_close(kl, extra - solved["entropy"](p, 2.0))
        assert 0 <= solved["js_divergence"](p, q, 2.0) <= 1


def test_two_outputs_are_a_sigmoid_of_the_logit(solved, generator):
    outputs = 5 * torch.randn(100, 2, generator=generator)
    torch.testing.assert_close(torch.sigmoid(solved["one_logit"](outputs)), outputs.softmax(1)[:, 1])


def test_bce_is_the_mean_negative_log_likelihood_of_coins(solved, generator):
    logits = 3 * torch.randn(50, generator=generator)
    labels = (torch.rand(50, generator=generator) < 0.5).float()
    likelihood = torch.distributions.Bernoulli(logits=logits).log_prob(labels)
    torch.testing.assert_close(solved["bce_from_logits"](logits, labels), -likelihood.mean())
    torch.testing.assert_close(
        solved["bce_from_probabilities"](torch.sigmoid(logits), labels), -likelihood.mean()
    )
