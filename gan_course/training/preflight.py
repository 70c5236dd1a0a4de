"""What can be found wrong before any training time is spent.

One small batch goes through both networks and both losses; nothing it touches stays changed: random
numbers, gradients and batch-norm statistics are put back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import torch
from torch import Tensor, nn

from gan_course.errors import SetupError
from gan_course.seeding import random_state_kept
from gan_course.training.loss_pairs import DLoss, GLoss
from gan_course.training.noise import Noise

ROWS = 4


def check_networks(
    generator: nn.Module, discriminator: nn.Module, real: Tensor, noise: Noise, labels: Tensor | None = None
) -> None:
    """Try one small batch on both networks; lazy layers get their sizes here.

    Args:
        generator: From z to samples.
        discriminator: From samples to logits.
        real: A few real samples, shape (N, ...).
        noise: From N to z.
        labels: Labels of the real samples where the run is conditional.

    Raises:
        SetupError: Naming the network, what it did and what to change.
    """
    with undisturbed(generator, discriminator):
        extra = () if labels is None else (labels,)
        fake = _forward("generator", generator, noise(len(real)), *extra)
        _check_samples(fake, real, generator)
        for name, x in (("real samples", real), ("the generator's samples", fake)):
            _check_logits(_forward("discriminator", discriminator, x, *extra), len(real), name, discriminator)


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
        real: A few real samples, shape (N, ...).
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
            _arrives("g_loss", value, generator, "the generator", "no step may detach the fakes")
        if d_loss is not None:
            value = _loss("d_loss", d_loss, real_logits, fake_logits)
            _arrives(
                "d_loss", value, discriminator, "the discriminator", "compute it from the logits it is given"
            )


def check_owners(
    generator: nn.Module,
    discriminator: nn.Module,
    g_optimizer: torch.optim.Optimizer,
    d_optimizer: torch.optim.Optimizer,
) -> None:
    """See that each optimiser owns its own network's parameters and no others.

    Raises:
        SetupError: If the networks or the optimisers share parameters, or one owns none of its own.
    """
    own = {"generator": _ids(generator.parameters()), "discriminator": _ids(discriminator.parameters())}
    if own["generator"] & own["discriminator"]:
        raise SetupError("generator and discriminator share parameters: build each from layers of its own.")
    held = {"generator": _held(g_optimizer), "discriminator": _held(d_optimizer)}
    if held["generator"] & held["discriminator"]:
        raise SetupError(
            "both optimisers hold the same parameters: give g_optimizer generator.parameters() alone, "
            "and d_optimizer discriminator.parameters() alone."
        )
    for whose, other in (("generator", "discriminator"), ("discriminator", "generator")):
        short = whose[0]
        if held[whose] & own[other]:
            raise SetupError(
                f"{short}_optimizer holds the {other}'s parameters: give it {whose}.parameters()."
            )
        if not held[whose] & own[whose]:
            raise SetupError(
                f"{short}_optimizer holds none of the {whose}'s parameters: make it from "
                f"{whose}.parameters() of the very network you train, after moving it to its device."
            )


def judges_rows_alone(discriminator: nn.Module, real: Tensor, labels: Tensor | None = None) -> bool:
    """Say whether D's logit of a row is independent of the rest of the batch.

    If so, real and fake samples may share one pass. Batch norm and minibatch statistics make it
    dependent; dropout is switched off for the trial, since it does not look at other rows.
    """
    extra = () if labels is None else (labels,)
    with undisturbed(discriminator), torch.no_grad():
        dropouts = [
            m for m in discriminator.modules() if isinstance(m, nn.modules.dropout._DropoutNd) and m.training
        ]
        for module in dropouts:
            module.eval()
        try:
            whole = discriminator(real, *extra)
            half = len(real) // 2
            part = discriminator(real[:half], *(e[:half] for e in extra))
        except (RuntimeError, ValueError):  # batch norm refuses a batch of one
            return False
        finally:
            for module in dropouts:
                module.train()
        return bool(torch.allclose(whole[:half], part, rtol=1e-3, atol=1e-4))


@contextmanager
def undisturbed(*networks: nn.Module) -> Iterator[None]:
    """Put back random numbers, buffers and gradients that a trial would leave changed."""
    buffers = [b for n in networks for b in n.buffers()]
    before = [(b, b.clone()) for b in buffers if not isinstance(b, nn.UninitializedBuffer)]
    gradients = [(p, p.grad) for n in networks for p in n.parameters()]
    with random_state_kept():
        try:
            yield
        finally:
            with torch.no_grad():
                for buffer, value in before:
                    buffer.copy_(value)
            for p, gradient in gradients:
                p.grad = gradient


def _forward(whose: str, network: nn.Module, *inputs: Tensor) -> Tensor:
    shapes = " and ".join(str(tuple(i.shape)) for i in inputs)
    try:
        output = network(*inputs)
    except NotImplementedError:
        raise
    except Exception as error:
        reason = " ".join(str(error).split())
        hint = f"let its first layer take what it is given, {shapes}"
        if "device" in reason:
            hint = (
                "make tensors inside forward on the input's device, such as torch.zeros(n, device=z.device)"
            )
        raise SetupError(f"the {whose} fails on input of shape {shapes} ({reason}): {hint}.") from error
    if not isinstance(output, Tensor):
        raise SetupError(f"the {whose} returns {type(output).__name__}: its forward must return one tensor.")
    return output


def _check_samples(fake: Tensor, real: Tensor, generator: nn.Module) -> None:
    home = next(generator.parameters(), real).device
    if fake.device != home:
        raise SetupError(
            f"the generator lives on {home} but its samples are on {fake.device}: make tensors inside "
            "forward on the input's device, such as torch.zeros(n, device=z.device)."
        )
    if fake.shape != real.shape:
        raise SetupError(
            f"the generator makes samples of shape {tuple(fake.shape)} but the data has {tuple(real.shape)}: "
            "change its last layer (or reshape), so that both agree."
        )
    if not bool(torch.isfinite(fake).all()):
        raise SetupError("the generator's first samples hold NaN or infinity: look at its initial weights.")
    if not fake.requires_grad:
        raise SetupError(
            "the generator's samples carry no gradient: take no_grad, detach, .data and NumPy out of "
            "its forward."
        )


def _check_logits(logits: Tensor, n: int, of: str, discriminator: nn.Module) -> None:
    if tuple(logits.shape) not in ((n,), (n, 1)):
        raise SetupError(
            f"the discriminator returns shape {tuple(logits.shape)} for {n} samples: return one logit "
            f"a sample, ({n},) or ({n}, 1)."
        )
    if not bool(torch.isfinite(logits).all()):
        raise SetupError(
            f"the discriminator's first logits of {of} hold NaN or infinity: look at its weights."
        )
    if not logits.requires_grad:
        raise SetupError(
            f"the discriminator's logits of {of} carry no gradient: take no_grad, detach and .data "
            "out of its forward."
        )


def _loss(name: str, loss: Callable[..., Any], *logits: Tensor) -> Tensor:
    value = loss(*logits)
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
    gradients = torch.autograd.grad(value, parameters, retain_graph=True, allow_unused=True)
    if all(g is None for g in gradients):
        raise SetupError(f"{name} sends no gradient to {whom}: {hint}.")


def _ids(parameters: Any) -> set[int]:
    return {id(p) for p in parameters}


def _held(optimizer: torch.optim.Optimizer) -> set[int]:
    return {id(p) for group in optimizer.param_groups for p in group["params"]}
