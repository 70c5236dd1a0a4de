"""The usual pairs of losses, by name, for runs whose subject is something else.

Logits a = D(x) are positive where D believes a sample real; N is the batch size. A loss of D takes
``(real_logits, fake_logits)``, a loss of G takes ``(fake_logits)``; both are to be minimised.
"""

from collections.abc import Callable
from typing import NamedTuple

from torch import Tensor
from torch.nn import functional as F

from gan_course.errors import unknown_name
from gan_course.ready_made import ready_made

DLoss = Callable[[Tensor, Tensor], Tensor]
GLoss = Callable[[Tensor], Tensor]


class LossPair(NamedTuple):
    """The losses of the two players.

    Attributes:
        d: From real and fake logits to a scalar.
        g: From fake logits to a scalar.
    """

    d: DLoss
    g: GLoss


@ready_made
def _cross_entropy_d(real_logits: Tensor, fake_logits: Tensor) -> Tensor:
    return F.softplus(-real_logits).mean() + F.softplus(fake_logits).mean()


@ready_made
def _non_saturating_g(fake_logits: Tensor) -> Tensor:
    return F.softplus(-fake_logits).mean()


@ready_made
def _saturating_g(fake_logits: Tensor) -> Tensor:
    return -F.softplus(fake_logits).mean()


@ready_made
def _wasserstein_d(real_logits: Tensor, fake_logits: Tensor) -> Tensor:
    return fake_logits.mean() - real_logits.mean()


@ready_made
def _wasserstein_g(fake_logits: Tensor) -> Tensor:
    return -fake_logits.mean()


@ready_made
def _hinge_d(real_logits: Tensor, fake_logits: Tensor) -> Tensor:
    return F.relu(1 - real_logits).mean() + F.relu(1 + fake_logits).mean()


@ready_made
def _least_squares_d(real_logits: Tensor, fake_logits: Tensor) -> Tensor:
    return (real_logits - 1).square().mean() + fake_logits.square().mean()


@ready_made
def _least_squares_g(fake_logits: Tensor) -> Tensor:
    return (fake_logits - 1).square().mean()


LOSSES: dict[str, LossPair] = {
    "non_saturating": LossPair(_cross_entropy_d, _non_saturating_g),  # Goodfellow et al., 2014
    "saturating": LossPair(_cross_entropy_d, _saturating_g),  # the minimax game itself
    "wasserstein": LossPair(_wasserstein_d, _wasserstein_g),  # Arjovsky et al., 2017
    "hinge": LossPair(_hinge_d, _wasserstein_g),  # Lim & Ye, 2017
    "least_squares": LossPair(_least_squares_d, _least_squares_g),  # Mao et al., 2017
}


def losses(name: str) -> LossPair:
    """Return a pair of losses by name.

    Args:
        name: ``"non_saturating"``, ``"saturating"``, ``"wasserstein"``, ``"hinge"`` or ``"least_squares"``.

    Returns:
        The pair ``(d, g)``.

    Raises:
        UnknownNameError: If there is no such pair.
    """
    if name not in LOSSES:
        raise unknown_name("pair of losses", name, LOSSES)
    return LOSSES[name]
