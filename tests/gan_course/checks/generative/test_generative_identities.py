"""What assignment 01 proves on paper holds for the functions its solution writes."""

from __future__ import annotations

import pytest
import torch
from torch.distributions import MultivariateNormal


@pytest.fixture
def labelled():
    """Rows of three classes of unequal size, mean and spread."""
    generator = torch.Generator().manual_seed(1)
    y = torch.multinomial(torch.tensor([0.5, 0.3, 0.2]), 300, replacement=True, generator=generator)
    mix = torch.randn(3, 4, 4, generator=generator, dtype=torch.float64)
    noise = torch.randn(300, 4, generator=generator, dtype=torch.float64)
    return 3 * y[:, None] + torch.einsum("nij,nj->ni", mix[y], noise), y


def test_naive_bayes_is_discriminant_analysis_with_diagonal_covariances(solved, labelled):
    x, y = labelled
    priors, means, variances = solved["fit_classes"](x, y, 3)
    gauss = MultivariateNormal(means, torch.diag_embed(variances))
    wanted = gauss.log_prob(x[:, None]) + priors.log()
    torch.testing.assert_close(solved["log_joint"](x, priors, means, variances), wanted)


def test_variances_are_the_diagonal_of_own_covariances(solved, labelled):
    x, y = labelled
    _, means, variances = solved["fit_classes"](x, y, 3)
    own = solved["covariances"](x, y, means, False)
    torch.testing.assert_close(own.diagonal(dim1=1, dim2=2), variances)


def test_the_boundary_is_the_difference_of_log_joints(solved, labelled):
    x, y = labelled
    x, y = x[y < 2], y[y < 2]
    priors, means, _ = solved["fit_classes"](x, y, 2)
    covs = solved["covariances"](x, y, means, False)
    a, b, c = solved["boundary_terms"](priors, means, covs)
    both = MultivariateNormal(means, covs).log_prob(x[:, None]) + priors.log()
    torch.testing.assert_close(((x @ a) * x).sum(1) + x @ b + c, both[:, 1] - both[:, 0])


def test_a_shared_covariance_makes_a_logistic_posterior(solved, labelled):
    x, y = labelled
    x, y = x[y < 2], y[y < 2]
    priors, means, _ = solved["fit_classes"](x, y, 2)
    covs = solved["covariances"](x, y, means, True)
    a, b, c = solved["boundary_terms"](priors, means, covs)
    assert float(a.abs().max()) < 1e-12
    both = MultivariateNormal(means, covs).log_prob(x[:, None]) + priors.log()
    torch.testing.assert_close(solved["posterior"](both)[:, 1], torch.sigmoid(x @ b + c))


def test_the_gradient_is_that_of_the_loss(solved, labelled):
    x, y = labelled
    weights = torch.randn(3, 4, generator=torch.Generator().manual_seed(2), dtype=torch.float64)
    weights, bias = weights.requires_grad_(), torch.zeros(3, dtype=torch.float64, requires_grad=True)
    loss, slope_w, slope_b = solved["logistic_loss"](weights, bias, x, y)
    wanted = torch.autograd.grad(loss, [weights, bias])
    torch.testing.assert_close((slope_w.detach(), slope_b.detach()), wanted)


def test_with_all_labels_a_step_is_a_fit(solved, labelled):
    x, y = labelled
    fitted = solved["fit_classes"](x, y, 3)
    stepped = solved["em_step"](x, y, torch.randn(300, 3, dtype=torch.float64))
    for one, two in zip(fitted, stepped, strict=True):
        torch.testing.assert_close(one.double(), two)


def test_a_step_never_lowers_the_likelihood(solved, labelled):
    x, _ = labelled
    nobody = torch.full((300,), -1)
    priors, means, variances = (
        torch.full((3,), 1 / 3, dtype=torch.float64),
        x[:3].clone(),
        torch.ones(3, 4).double(),
    )
    before = -torch.inf
    for _ in range(30):
        scores = solved["log_joint"](x, priors, means, variances)
        now = float(torch.logsumexp(scores, 1).mean())
        assert now >= before - 1e-9
        before = now
        priors, means, variances = solved["em_step"](x, nobody, scores)
