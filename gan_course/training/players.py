"""One step of each player, in the order of Algorithm 1 (Goodfellow et al., 2014).

D's step holds G constant, G's step holds D constant. What is done for speed changes no mathematics: D
sees real and fake samples in one pass where it judges each row by itself, and its weights get no
gradients in G's step.

Shapes: N samples a batch; z is (N, ...), x is (N, ...), logits are (N,) or (N, 1).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from typing import Any

import torch
from torch import Tensor, nn

from gan_course.device import multiplies_bf16
from gan_course.errors import SetupError
from gan_course.training.loss_pairs import DLoss, GLoss
from gan_course.training.noise import Noise
from gan_course.training.penalties import R1, Penalty

Batch = tuple[Tensor, Tensor | None]  # samples, and their labels where the run is conditional


class Backward:
    """Turns a loss into an optimiser step, with whatever precision and clipping the run asks for."""

    def __init__(
        self,
        device: torch.device,
        precision: str = "fp32",
        clip: float | None = None,
        accelerator: Any = None,
    ) -> None:
        """Choose how gradients are made.

        Args:
            device: Where the networks live.
            precision: ``"fp32"``, ``"bf16"``, ``"fp16"``, or ``"auto"``: bf16 where the device multiplies
                it natively.
            clip: Largest norm of one network's gradient.
            accelerator: An ``accelerate.Accelerator`` that spreads the run over processes.

        Raises:
            SetupError: If the device cannot train in that precision.
        """
        if precision == "fp16" and device.type != "cuda":
            raise SetupError(f"precision='fp16' needs a CUDA GPU, not {device.type!r}: use 'bf16' or 'fp32'.")
        if precision == "auto":
            precision = "bf16" if multiplies_bf16(device) else "fp32"
        self.precision = precision
        self._clip = clip
        self._accelerator = accelerator
        self._scaler = torch.amp.GradScaler(device.type) if precision == "fp16" else None
        self._dtype = {"bf16": torch.bfloat16, "fp16": torch.float16}.get(precision)
        self._device_type = device.type

    def autocast(self) -> Any:
        """Return the context in which networks and losses run."""
        if self._dtype is None:
            return nullcontext()
        return torch.autocast(self._device_type, dtype=self._dtype)

    def state(self) -> dict[str, Any] | None:
        """Return the scale by which fp16 losses are multiplied; None where there is none."""
        return None if self._any_scaler is None else dict(self._any_scaler.state_dict())

    def restore(self, state: dict[str, Any] | None) -> None:
        """Take over what ``state`` returned."""
        if self._any_scaler is not None and state:
            self._any_scaler.load_state_dict(state)

    @property
    def _any_scaler(self) -> Any:
        return self._scaler if self._accelerator is None else getattr(self._accelerator, "scaler", None)

    def __call__(self, loss: Tensor, optimizer: torch.optim.Optimizer) -> None:
        """Clear old gradients, make new ones, and move the optimiser's parameters once."""
        optimizer.zero_grad(set_to_none=True)
        if self._accelerator is not None:
            self._accelerator.backward(loss)
        elif self._scaler is not None:
            torch.autograd.backward(self._scaler.scale(loss))
        else:
            torch.autograd.backward(loss)
        if self._clip is not None:
            if self._scaler is not None:
                self._scaler.unscale_(optimizer)
            for group in optimizer.param_groups:
                nn.utils.clip_grad_norm_(group["params"], self._clip)
        if self._scaler is not None:
            self._scaler.step(optimizer)
            self._scaler.update()
        else:
            optimizer.step()


class DiscriminatorPlayer:
    """D's step: G constant, one update of D."""

    def __init__(
        self,
        generator: nn.Module,
        discriminator: nn.Module,
        optimizer: torch.optim.Optimizer,
        loss: DLoss,
        noise: Noise,
        backward: Backward,
        *,
        penalty: Penalty | None = None,
        penalty_every: int = 1,
        clip_weights: float | None = None,
        together: bool = True,
    ) -> None:
        """Keep the parts; see ``train`` for the options."""
        self.generator, self.discriminator, self.optimizer = generator, discriminator, optimizer
        self.loss, self.noise, self.backward = loss, noise, backward
        self.penalty, self.penalty_every = penalty, penalty_every
        self.clip_weights, self.together = clip_weights, together
        self.count = 0

    def __call__(self, real: Tensor, labels: Tensor | None = None, fake: Tensor | None = None) -> Tensor:
        """Do one step on a batch of real samples (and of given or fresh fakes); return the loss, detached."""
        penalize = self.penalty is not None and self.count % self.penalty_every == 0
        self.count += 1
        with self.backward.autocast():
            if fake is None:
                with torch.no_grad():
                    fake = _make(self.generator, self.noise(len(real)), labels)
            # Autocast makes G's samples half as precise as the data; D and penalties are given one type.
            fake = fake.detach().to(real.dtype)
            reuse = penalize and isinstance(self.penalty, R1)
            if reuse:
                real = real.detach().requires_grad_(True)
            real_logits, fake_logits = self._judge(real, fake, labels)
            loss = self.loss(real_logits, fake_logits)
            total = loss
            if penalize:
                total = loss + self._penalty(real, fake, labels, real_logits if reuse else None)
        self.backward(total, self.optimizer)
        if self.clip_weights is not None:
            _clamp(self.discriminator, self.clip_weights)
        return loss.detach()

    def _judge(self, real: Tensor, fake: Tensor, labels: Tensor | None) -> tuple[Tensor, Tensor]:
        d = self.discriminator
        if not self.together:
            if labels is None:
                return d(real), d(fake)
            return d(real, labels), d(fake, labels)
        both = torch.cat([real, fake])
        logits = d(both) if labels is None else d(both, torch.cat([labels, labels]))
        real_logits, fake_logits = logits.split(len(real))
        return real_logits, fake_logits

    def _penalty(
        self, real: Tensor, fake: Tensor, labels: Tensor | None, real_logits: Tensor | None
    ) -> Tensor:
        """Return the penalty, made up for the steps on which it is left out (Karras et al., 2020)."""
        if real_logits is not None and isinstance(self.penalty, R1):
            value = self.penalty.at(real_logits, real)
        else:
            value = _call(self.penalty, self._of_samples(labels), real, fake)
        return value * self.penalty_every if self.penalty_every > 1 else value

    def _of_samples(self, labels: Tensor | None) -> Callable[[Tensor], Tensor]:
        """Return D as a function of samples alone."""
        if labels is None:
            return self.discriminator
        return lambda x: self.discriminator(x, labels)


class GeneratorPlayer:
    """G's step: D constant, one update of G through D."""

    def __init__(
        self,
        generator: nn.Module,
        discriminator: nn.Module,
        optimizer: torch.optim.Optimizer,
        loss: GLoss,
        noise: Noise,
        backward: Backward,
    ) -> None:
        """Keep the parts; see ``train`` for the options."""
        self.generator, self.discriminator, self.optimizer = generator, discriminator, optimizer
        self.loss, self.noise, self.backward = loss, noise, backward
        self._trainable = [p for p in discriminator.parameters() if p.requires_grad]

    def __call__(self, n: int, labels: Tensor | None = None, fake: Tensor | None = None) -> Tensor:
        """Do one step on n fresh fakes, or on given ones with their graph; return the loss, detached."""
        with _constant(self._trainable), self.backward.autocast():
            if fake is None:
                fake = _make(self.generator, self.noise(n), labels)
            logits = self.discriminator(fake) if labels is None else self.discriminator(fake, labels)
            loss = self.loss(logits)
            self.backward(loss, self.optimizer)
        return loss.detach()

    def fakes(self, n: int, labels: Tensor | None = None) -> Tensor:
        """Make n fakes with their graph, for both players of one iteration."""
        with self.backward.autocast():
            return _make(self.generator, self.noise(n), labels)


def _make(generator: nn.Module, z: Tensor, labels: Tensor | None) -> Tensor:
    samples: Tensor = generator(z) if labels is None else generator(z, labels)
    return samples


@contextmanager
def _constant(parameters: list[nn.Parameter]) -> Iterator[None]:
    """Hold parameters constant: gradients pass through them, none are made for them."""
    for p in parameters:
        p.requires_grad_(False)
    try:
        yield
    finally:
        for p in parameters:
            p.requires_grad_(True)


def _clamp(network: nn.Module, bound: float) -> None:
    """Force every weight into [−bound, bound] (Arjovsky et al., 2017, Algorithm 1)."""
    with torch.no_grad():
        for p in network.parameters():
            p.clamp_(-bound, bound)


def _call(penalty: Any, *arguments: Any) -> Tensor:
    value: Tensor = penalty(*arguments)
    return value
