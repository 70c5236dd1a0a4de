"""The loss pairs against closed forms and against each other."""

import math

import pytest
import torch

from gan_course.widgets._errors import WidgetError
from gan_course.widgets.engine.losses import LOSSES, as_loss, gradient_penalty


def slope(loss, logit):
    a = torch.tensor([logit], requires_grad=True)
    loss(a).backward()
    return a.grad.item()


def sigmoid(a):
    return 1 / (1 + math.exp(-a))


@pytest.mark.parametrize("logit", [-6.0, -0.5, 0.0, 3.0])
def test_generator_slopes_are_the_ones_of_the_papers(logit):
    """dL_G/da: −σ(a) saturating, −(1−σ(a)) non-saturating, −1 Wasserstein, a−1 least squares."""
    assert slope(LOSSES["minimax"].g, logit) == pytest.approx(-sigmoid(logit), abs=1e-6)
    assert slope(LOSSES["non-saturating"].g, logit) == pytest.approx(-(1 - sigmoid(logit)), abs=1e-6)
    assert slope(LOSSES["wasserstein-gp"].g, logit) == pytest.approx(-1)
    assert slope(LOSSES["least-squares"].g, logit) == pytest.approx(logit - 1)


def test_discriminator_loss_at_equilibrium_is_log_four():
    zero = torch.zeros(5)
    assert LOSSES["minimax"].d(zero, zero).item() == pytest.approx(math.log(4))


@pytest.mark.parametrize("name", LOSSES)
def test_every_loss_is_finite_at_large_outputs_and_takes_ragged_batches(name):
    real, fake = torch.tensor([200.0, -200.0, 0.0]), torch.tensor([-200.0])
    assert torch.isfinite(LOSSES[name].d(real, fake))
    assert torch.isfinite(LOSSES[name].g(fake))


def test_gradient_penalty_of_a_linear_critic_is_known_in_closed_form():
    """D(x) = w·x has slope w everywhere, so the penalty is (‖w‖−1)² whatever the points."""
    w = torch.tensor([3.0, 4.0], requires_grad=True)
    real, fake = torch.randn(7, 2), torch.randn(7, 2)
    penalty = gradient_penalty(lambda x: x @ w, real, fake)
    assert penalty.item() == pytest.approx(16.0, rel=1e-5)
    penalty.backward()
    assert w.grad is not None, "the penalty must train the critic"
    assert torch.allclose(w.grad, 2 * 4 * w.detach() / 5, rtol=1e-4)


def test_gradient_penalty_is_taken_row_by_row():
    """For D(x) = ‖x‖²/2 the slope at x̂ is x̂: with real = fake = r each row's norm is ‖r‖, none mixes."""
    rows = torch.tensor([[3.0, 4.0], [0.0, 1.0]])
    penalty = gradient_penalty(lambda x: x.square().sum(1) / 2, rows, rows)
    assert penalty.item() == pytest.approx((16 + 0) / 2, rel=1e-5)


def test_own_pair_is_taken_and_named():
    def my_d(real, fake):
        return fake.mean() - real.mean()

    loss = as_loss((my_d, lambda fake: -fake.mean()))
    assert loss.name == "yours"
    assert "my_d" in loss.formula


@pytest.mark.parametrize("wrong", ["hinge", 3, (len,), (1, 2), None])
def test_a_wrong_loss_is_refused_with_the_choices(wrong):
    with pytest.raises(WidgetError, match=r"got .*: loss must be one of minimax, .*; pass for example"):
        as_loss(wrong)
