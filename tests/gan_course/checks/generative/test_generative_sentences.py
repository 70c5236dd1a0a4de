"""Wrong answers get the sentence that names their mistake, word for word."""

from __future__ import annotations

import math

import pytest
import torch
import torch.nn.functional as F
from torch.distributions import Normal


def rows(x, y, classes, of):
    return torch.stack([of(x[y == k]) for k in range(classes)])


def fit(x, y, classes, variances):
    return torch.bincount(y, minlength=classes) / len(y), rows(x, y, classes, lambda r: r.mean(0)), variances


def naive(x, means, variances):
    return Normal(means, variances.sqrt()).log_prob(x[:, None])


def sampler(labels, noise=torch.randn, transpose=False):
    def answer(n, priors, means, factors):
        y = labels(n, priors)
        matrices = factors[y].mT if transpose else factors[y]
        return means[y] + torch.einsum("nij,nj->ni", matrices, noise(n, means.shape[1])), y

    return answer


def drawn(n, priors):
    return torch.multinomial(priors, n, replacement=True)


def boundary(priors, means, covariances, prior=1.0, half=0.5):
    inverse = torch.linalg.inv(covariances)
    pull = torch.einsum("kij,kj->ki", inverse, means)
    c = prior * priors.log() - 0.5 * (torch.logdet(covariances) + (means * pull).sum(1))
    return half * (inverse[0] - inverse[1]), pull[1] - pull[0], c[1] - c[0]


def step(x, y, r):
    n = r.sum(0)
    means = r.T @ x / n[:, None]
    return n / len(x), means, (r[..., None] * (x[:, None] - means) ** 2).sum(0) / n[:, None]


@pytest.mark.parametrize(
    ("exercise", "wrong", "line", "teach"),
    [
        (
            "from_counts",
            lambda c: (c, c / c.sum(1, keepdim=True)),
            "✗ P(x, y) for 3 of 20 boats, in a row of 4: yours 3.0000, wanted 0.1500",
            "That is the count itself. A joint probability is a share of all 20, and the table adds up to 1.",
        ),
        (
            "from_counts",
            lambda c: (c / c.sum(), c.sum(0) / c.sum(1, keepdim=True)),
            "✗ P(y | x) for 3 of 20 boats, in a row of 4: yours 1.2500, wanted 0.7500",
            "That is P(y)/P(x), and no probability. The bar is not a division: divide the joint by P(x).",
        ),
        (
            "from_counts",
            lambda c: (c / c.sum(), c / c.sum(0)),
            "✗ P(y | x) for 3 of 20 boats, in a row of 4: yours 0.6000, wanted 0.7500",
            "That is P(x | y): the column adds up to 1. Given x, it is the row that must.",
        ),
        (
            "fit_classes",
            lambda x, y, k: fit(x, y, k, x.var(0, correction=0).expand(k, -1)),
            "✗ variance of 1, 5 and 3, the first feature of class 1: yours 6.5556, wanted 2.6667",
            "That is the variance of all rows around one mean. Each class spreads around its own.",
        ),
        (
            "fit_classes",
            lambda x, y, k: fit(x, y, k, rows(x, y, k, lambda r: r.var(0))),
            "✗ variance of 1, 5 and 3, the first feature of class 1: yours 4.0000, wanted 2.6667",
            "That divides by N_k − 1. The formula of maximum likelihood divides by N_k.",
        ),
        (
            "log_joint",
            lambda x, p, m, v: naive(x, m, v).sum(-1),
            "✗ three features of one row, class 1: yours −6.8061, wanted −8.1924",
            "The prior is missing: this is log p(x | y), not log p(x, y).",
        ),
        (
            "log_joint",
            lambda x, p, m, v: (p * naive(x, m, v).exp().prod(-1)).log(),
            "✗ 300 features, each 3σ away: yours −inf, wanted −1626.4",
            "A product of 300 densities is 0 to a computer, and its logarithm −∞. Take the logarithm of each "
            "factor first: then it is a sum.",
        ),
        (
            "posterior",
            torch.exp,
            "✗ scores (0, log 3), second class: yours 3.0000, wanted 0.7500",
            "That is the joint, e^s. It is not normalised: a row of posteriors adds up to 1.",
        ),
        (
            "posterior",
            lambda s: s.exp() / s.exp().sum(1, keepdim=True),
            "✗ near −2000: yours nan, wanted 0.75; near 300: nan, wanted 0.9",
            "e^(−2000) is 0 to a computer, and e^300 is infinite. Adding a number to all scores of a row "
            "changes nothing: which number makes the largest one harmless, in every row?",
        ),
        (
            "covariances",
            lambda x, y, m, shared: ((x - m[y]).T @ (x - m[y]) / len(x)).repeat(len(m), 1, 1),
            "✗ own, class 1: variance of its first feature: yours 4.3333, wanted 2.6667",
            "That is the shared covariance. Pooled like this, the boundary stays straight.",
        ),
        (
            "boundary_terms",
            lambda p, m, s: boundary(p, m, s, prior=0.0),
            "✗ c: yours −1.0211, wanted 0.0775",
            "The priors are missing.",
        ),
        (
            "boundary_terms",
            lambda p, m, s: boundary(p, m, s, half=1.0),
            "✗ A, upper left: yours −0.5714, wanted −0.2857",
            "The factor ½ is missing.",
        ),
        (
            "em_step",
            lambda x, y, s: step(x, y, s.softmax(1)),
            "✗ new mean of class 0, first feature: yours 3.3626, wanted 1.3061",
            "The known labels are not used: a labelled row counts wholly for its class.",
        ),
        (
            "em_step",
            lambda x, y, s: step(x, y, torch.eye(s.shape[1])[y]),
            "✗ new mean of class 0, first feature: yours 0.0000, wanted 1.3061",
            "The rows without a label were left out, or went to one class, by the number −1.",
        ),
    ],
)
def test_numbers_with_a_name(red, exercise, wrong, line, teach):
    assert red(exercise, wrong) == (line, teach)


def test_uniform_labels_are_named(red):
    line, teach = red("sample_joint", sampler(lambda n, priors: torch.randint(len(priors), (n,))))
    assert line.startswith("✗ shares of the labels: yours 0.3")
    assert teach == ("All classes come equally often. A label is drawn with the probabilities of the priors.")


def test_a_transposed_factor_is_named(red):
    line, teach = red("sample_joint", sampler(drawn, transpose=True))
    assert line.startswith("✗ covariance of samples labelled 1: yours [[1.")
    assert teach == ("That is Lᵀ·L: the matrix was multiplied from the wrong side, so L came in transposed.")


def test_means_without_noise_are_named(red):
    line, teach = red("sample_joint", sampler(drawn, noise=torch.zeros))
    assert line == (
        "✗ covariance of samples labelled 1: yours [[0.00, 0.00], [0.00, 0.00]], "
        "wanted about [[0.25, −0.50], [−0.50, 1.09]]"
    )
    assert teach == "There is no noise: every sample of a class is the same."


def test_truth_minus_prediction_is_named(red):
    def answer(weights, bias, x, y):
        scores = x @ weights.T + bias
        error = (F.one_hot(y, len(bias)) - scores.softmax(1)) / len(x)
        return F.cross_entropy(scores, y), error.T @ x, error.sum(0)

    assert red("logistic_loss", answer) == (
        "✗ slope in the first weight of class 1: yours −0.6166, wanted 0.6166",
        "The sign is turned round: the gradient is prediction minus truth, and points uphill.",
    )


def test_a_loss_alone_is_sent_back(red):
    line, _ = red("logistic_loss", lambda w, b, x, y: F.cross_entropy(x @ w.T + b, y))
    assert line == ("✗ returned tensor () float32, wanted 3 tensors (loss, weights_gradient, bias_gradient)")


@pytest.mark.parametrize(
    "name",
    [
        "from_counts",
        "fit_classes",
        "log_joint",
        "posterior",
        "sample_joint",
        "logistic_loss",
        "covariances",
        "boundary_terms",
        "em_step",
    ],
)
def test_what_is_not_written_is_said(printed, name):
    from gan_course.checks.report import NOT_WRITTEN

    def stub(*args):
        raise NotImplementedError()

    assert printed(name, stub) == [NOT_WRITTEN]


@pytest.mark.parametrize(
    ("name", "value", "line"),
    [
        ("q_mast", 0.9, "✓ recorded: q_mast = 0.9"),
        ("q_two_points", math.pi, f"✓ recorded: q_two_points = {math.pi!r}"),
        ("q_draw_from_posterior", "e", '✗ got \'e\'; the answer is one of "a", "b", "c", "d"'),
        (
            "q_copied_feature",
            None,
            "· not answered yet: give q_copied_feature a value, run the cell, come back",
        ),
    ],
)
def test_questions_judge_the_form_alone(printed, name, value, line):
    """A wrong number is recorded like a right one: the check must not give the answer away."""
    assert printed(name, value) == [line]
