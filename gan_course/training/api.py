"""``train``: the one call most lessons need."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from dataclasses import fields
from typing import Any, Unpack

from torch import nn

from gan_course.training.callbacks import Callback
from gan_course.training.run import Run
from gan_course.training.settings import Options, Settings, settings_from


def train(
    generator: nn.Module,
    discriminator: nn.Module,
    data: Any,
    *,
    callbacks: Sequence[Callback] = (),
    progress: bool | None = None,
    **options: Unpack[Options],
) -> Run:
    """Train a generator and a discriminator against each other (Goodfellow et al., 2014, Algorithm 1).

    An interrupt (Ctrl-C, the stop button) ends the run after the iteration under way; what is
    returned can go on with ``run.train()``.

    Args:
        generator: From z, shape (N, latent_dim), to samples shaped like the data's.
        discriminator: From samples to logits, shape (N,) or (N, 1).
        data: A data set of ``gan_course.data``, a tensor (N, ...), or a function from n to samples.
        steps: Iterations; one is k steps of D and one of G.
        batch_size: Real samples, and as many fakes, a step.
        loss: Both losses by name: ``"non_saturating"``, ``"saturating"``, ``"wasserstein"``,
            ``"hinge"``, ``"least_squares"``.
        d_loss: D's loss, from ``(real_logits, fake_logits)`` to a scalar; overrides ``loss``.
        g_loss: G's loss, from ``(fake_logits)`` to a scalar; overrides ``loss``.
        d_step: A whole step of D instead, called as ``d_step(generator, discriminator, d_optimizer, real,
            noise, d_loss)``; returns its loss as a number.
        g_step: A whole step of G instead, called as ``g_step(generator, discriminator, g_optimizer, n,
            noise, g_loss)``; returns its loss as a number.
        k: Steps of D an iteration.
        noise: From n to z; z ~ N(0, I) of the generator's input width if left out.
        latent_dim: Size of z, where it cannot be read off the generator.
        labels: Train on pairs (x, y): the networks are called as ``G(z, y)`` and ``D(x, y)``.
        reuse_fakes: Show G's fakes to D first, then train G on the same ones: one pass through G less.
        optimizer: For both: ``"adam"``, ``"adamw"``, ``"rmsprop"``, ``"sgd"`` (momentum 0.9), or a
            function from parameters to an optimiser.
        g_optimizer: The generator's, likewise, or a ready optimiser.
        d_optimizer: The discriminator's, likewise, or a ready optimiser.
        lr: Learning rate of optimisers given by name.
        d_lr: The discriminator's, where it differs.
        betas: Adam's two decay rates.
        decay: Share of the learning rates left at the end; they fall linearly.
        decay_from: Share of the run after which they begin to fall.
        average: Keep an average of G's weights with this decay, such as 0.995 (``run.averaged``).
        penalty: Added to D's loss: ``R1(0.1)``, ``GradientPenalty(10)``, or any function
            ``(discriminator, real, fake) -> scalar``.
        penalty_every: Compute the penalty on every so many steps of D, and that many times stronger.
        clip_weights: Force D's weights into ±this after each of its steps.
        clip_gradients: Largest norm of one network's gradient.
        precision: ``"fp32"``, ``"bf16"`` (networks of some hundred units a layer gain, small ones lose),
            ``"fp16"`` (CUDA only), or ``"auto"``: bf16 where the device multiplies it natively.
        seed: Makes the run repeatable; None goes on from torch's global random numbers.
        device: Move the networks there; where they are if left out.
        callbacks: Functions of the run, called after each iteration; wrap with ``every(n, f)``.
        progress: Show a bar; by default yes, unless the variable GAN_COURSE_PROGRESS is 0.
        explode: A loss further from 0 than this stops the run.
        check: Try one small batch first, to find what cannot work.
        together: Give D real and fake samples in one pass; found out by trial if left out.
        accelerator: An ``accelerate.Accelerator``, to train on several devices or machines.

    Returns:
        The run: ``.history``, ``.generator``, ``.averaged``, ``.sample(n)``, ``.save(path)``,
        ``.train(more_steps)``.

    Raises:
        SetupError: If the parts cannot be trained together; before any time is spent. Also when a whole
            step makes a mistake that is known, with torch's own error as its cause.
        DataError: If the data hold NaN or infinity, or a function returns no samples.
        UnknownNameError: If there is no option of a name.
        DivergedError: If a loss became NaN, infinite or exploded; ``error.run`` holds the run.

    >>> from gan_course.data import ring
    >>> G = nn.Sequential(nn.Linear(2, 16), nn.ReLU(), nn.Linear(16, 2))
    >>> D = nn.Sequential(nn.Linear(2, 16), nn.ReLU(), nn.Linear(16, 1))
    >>> run = train(G, D, ring(), steps=5, loss="non_saturating", progress=False)
    >>> run.history.steps, run.sample(3).shape
    (5, torch.Size([3, 2]))
    """
    run = Run(generator, discriminator, data, settings_from(options), callbacks=callbacks)
    return run.train(progress=progress)


def _with_options(function: Callable[..., Run]) -> inspect.Signature:
    """Spell the options out with their defaults, for help, completion and the reference."""
    own = inspect.signature(function)
    before = [p for p in own.parameters.values() if p.kind is not p.VAR_KEYWORD]
    options = [
        inspect.Parameter(f.name, inspect.Parameter.KEYWORD_ONLY, default=f.default, annotation=f.type)
        for f in fields(Settings)
    ]
    return own.replace(parameters=[*before, *options])


train.__signature__ = _with_options(train)  # type: ignore[attr-defined]
