"""What can be found wrong with networks and optimisers before any training time is spent.

One small batch goes through both networks; nothing it touches stays changed: random numbers, gradients
and batch-norm statistics are put back.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn

from gan_course.errors import SetupError
from gan_course.training.explain import mend, reason
from gan_course.training.noise import Noise
from gan_course.training.undisturbed import undisturbed

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
        for name, x in (("real samples", real), ("the generator's samples", fake.detach())):
            given = x.clone()
            _check_logits(_forward("discriminator", discriminator, given, *extra), len(real), name)
            _check_kept(x, given)


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
    if len(real) < 2:  # a run of single samples: two equal rows tell as much
        real, labels = torch.cat([real, real]), None if labels is None else torch.cat([labels, labels])
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


def _forward(whose: str, network: nn.Module, *inputs: Tensor) -> Tensor:
    shapes = " and ".join(str(tuple(i.shape)) for i in inputs)
    try:
        output = network(*inputs)
    except NotImplementedError:
        raise
    except Exception as error:
        hint = mend(error) or f"let its first layer take what it is given, {shapes}"
        raise SetupError(
            f"the {whose} fails on input of shape {shapes} ({reason(error)}): {hint}."
        ) from error
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


def _check_kept(before: Tensor, after: Tensor) -> None:
    """See that D did not write over its input, which its penalty and G's step need again."""
    if not torch.equal(before, after):
        raise SetupError(
            "the discriminator overwrites the samples it is given: take inplace=True out of its first "
            "activation, and x.mul_() or x.clamp_() out of its forward."
        )


def _check_logits(logits: Tensor, n: int, of: str) -> None:
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


def _ids(parameters: Any) -> set[int]:
    return {id(p) for p in parameters}


def _held(optimizer: torch.optim.Optimizer) -> set[int]:
    return {id(p) for group in optimizer.param_groups for p in group["params"]}
