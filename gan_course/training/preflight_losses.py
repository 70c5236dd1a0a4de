"""What can be found wrong with losses before any training time is spent.

Both losses are tried on the logits of a whole batch, and on logits of every size: a loss that takes
probabilities works or fails by the luck of the first weights.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor, nn

from gan_course.errors import SetupError
from gan_course.training.explain import explained
from gan_course.training.loss_pairs import DLoss, GLoss
from gan_course.training.noise import Noise
from gan_course.training.undisturbed import undisturbed

_WIDE = 3.0  # logits as far from 0 as those of a D that is 95% sure: every loss of logits is finite there


def check_losses(
    generator: nn.Module,
    discriminator: nn.Module,
    real: Tensor,
    noise: Noise,
    d_loss: DLoss | None,
    g_loss: GLoss | None,
    labels: Tensor | None = None,
) -> None:
    """Try both losses on logits of the real networks and follow their gradients.

    Args:
        generator: From z to samples.
        discriminator: From samples to logits.
        real: A batch of real samples, shape (N, ...).
        noise: From N to z.
        d_loss: From real and fake logits to a scalar; None where a whole step replaces it.
        g_loss: From fake logits to a scalar; None where a whole step replaces it.
        labels: Labels of the real samples where the run is conditional.

    Raises:
        SetupError: If a loss is not one finite number, or its gradient does not arrive.
    """
    extra = () if labels is None else (labels,)
    with undisturbed(generator, discriminator):
        real_logits = discriminator(real, *extra)
        fake_logits = discriminator(generator(noise(len(real)), *extra), *extra)
        if g_loss is not None:
            value = _loss("g_loss", g_loss, fake_logits)
            _takes_logits("g_loss", g_loss, discriminator, (real, *extra), fake_logits)
            _arrives("g_loss", value, generator, "the generator", "no step may detach the fakes")
        if d_loss is not None:
            value = _loss("d_loss", d_loss, real_logits, fake_logits)
            _takes_logits("d_loss", d_loss, discriminator, (real, *extra), real_logits, fake_logits)
            _arrives(
                "d_loss", value, discriminator, "the discriminator", "compute it from the logits it is given"
            )


def _called(name: str, loss: Callable[..., Any], *logits: Tensor) -> Any:
    """Call a loss; torch's word on a label of another shape, a mere warning, is an error here."""
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("error", message="Using a target size")
            return loss(*logits)
    except NotImplementedError:
        raise
    except Exception as error:
        known = explained(f"{name} fails on logits of shape {tuple(logits[0].shape)}", error)
        if known is None:
            raise
        raise known from error


def _takes_logits(
    name: str,
    loss: Callable[..., Any],
    discriminator: nn.Module,
    real: tuple[Tensor, ...],
    *logits: Tensor,
) -> None:
    """See that a loss works on logits of any size, unless D itself ends in a sigmoid."""
    for sign in (1, -1):
        # Real and fake logits run against each other, so that both players are wrong and right somewhere.
        wide = [
            sign
            * (-1) ** i
            * torch.linspace(-_WIDE, _WIDE, a.numel(), device=a.device, dtype=a.dtype).view_as(a)
            for i, a in enumerate(logits)
        ]
        problem, cause = _problem(loss, wide)
        if problem and not _gives_probabilities(discriminator, *real):
            raise SetupError(
                f"{name} fails on logits from {-_WIDE:g} to {_WIDE:g} ({problem}): it takes probabilities, "
                "and D's output is a logit of any size; use nn.BCEWithLogitsLoss or softplus."
            ) from cause


def _problem(loss: Callable[..., Any], logits: list[Tensor]) -> tuple[str, Exception | None]:
    try:
        value = loss(*logits)
    except Exception as error:  # what else a loss may do with these made-up logits is no fault of it
        return ("it wants numbers between 0 and 1", error) if "between 0 and 1" in str(error) else ("", None)
    finite = not isinstance(value, Tensor) or bool(torch.isfinite(value).all())
    return ("", None) if finite else (f"it is {float(value.sum())} there", None)


@torch.no_grad()
def _gives_probabilities(discriminator: nn.Module, real: Tensor, *labels: Tensor) -> bool:
    """Say whether D's outputs stay within 0 and 1 however far its inputs are from the data."""
    outputs = [discriminator(real * factor, *labels) for factor in (1, -1, 1e4, -1e4)]
    return all(bool((o >= 0).all() and (o <= 1).all()) for o in outputs)


def _loss(name: str, loss: Callable[..., Any], *logits: Tensor) -> Tensor:
    value = _called(name, loss, *logits)
    if not isinstance(value, Tensor):
        raise SetupError(
            f"{name} returns {type(value).__name__}, and the gradient is lost when a tensor becomes a "
            "number: return the tensor."
        )
    if value.numel() != 1 or value.ndim > 1:
        raise SetupError(f"{name} returns shape {tuple(value.shape)}: return one number, such as the mean.")
    if not bool(torch.isfinite(value)):
        raise SetupError(
            f"{name} is {value.item()} on the first batch: compute it from logits, with softplus."
        )
    if not value.requires_grad:
        raise SetupError(f"{name} is detached from the logits: take detach, no_grad and .item() out of it.")
    return value


def _arrives(name: str, value: Tensor, network: nn.Module, whom: str, hint: str) -> None:
    parameters = [p for p in network.parameters() if p.requires_grad]
    try:
        gradients = torch.autograd.grad(value, parameters, retain_graph=True, allow_unused=True)
    except RuntimeError as error:
        known = explained(f"the gradient of {name} fails in {whom}", error)
        if known is None:
            raise
        raise known from error
    if all(g is None for g in gradients):
        raise SetupError(f"{name} sends no gradient to {whom}: {hint}.")
