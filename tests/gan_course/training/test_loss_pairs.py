"""Values and slopes against the closed forms, at logits a sigmoid could not survive."""

import math

import pytest
import torch

from gan_course.errors import UnknownNameError
from gan_course.training import LOSSES, losses

A = torch.tensor([-200.0, -6.0, 0.0, 6.0, 200.0])


def slope(loss, logits=A):
    a = logits.clone().requires_grad_(True)
    return torch.autograd.grad(loss(a), a)[0]


def test_generator_slopes_are_the_textbook_ones():
    n = len(A)
    torch.testing.assert_close(slope(losses("saturating").g), -A.sigmoid() / n)
    torch.testing.assert_close(slope(losses("non_saturating").g), -(1 - A.sigmoid()) / n)
    torch.testing.assert_close(slope(losses("wasserstein").g), torch.full((n,), -1 / n))


def test_discriminator_loss_at_equilibrium_is_two_log_two():
    zero = torch.zeros(9, 1)
    assert float(losses("non_saturating").d(zero, zero)) == pytest.approx(2 * math.log(2))


@pytest.mark.parametrize("name", LOSSES)
def test_every_pair_is_finite_and_a_better_d_has_a_lower_loss(name):
    pair = losses(name)
    assert torch.isfinite(pair.d(A, A))
    assert torch.isfinite(pair.g(A))
    good, bad = torch.full((4,), 1.0), torch.full((4,), -1.0)
    assert pair.d(good, bad) < pair.d(bad, good)
    assert pair.g(good) < pair.g(bad), "G gains where D believes the fakes"


def test_unknown_pair_lists_the_names():
    with pytest.raises(UnknownNameError, match="did you mean 'wasserstein'"):
        losses("waserstein")
