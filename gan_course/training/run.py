"""One run: two networks, their optimisers and data, trained in one go or a little at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from gan_course.device import pick_device
from gan_course.errors import SetupError
from gan_course.seeding import seed_everything
from gan_course.training import preflight
from gan_course.training.callbacks import Callback
from gan_course.training.history import History
from gan_course.training.loop import Loop
from gan_course.training.noise import latent_shape, standard_normal
from gan_course.training.optimizers import LinearDecay, make_optimizer
from gan_course.training.players import Backward, DiscriminatorPlayer, GeneratorPlayer
from gan_course.training.settings import Settings
from gan_course.training.source import source_of


class Run:
    """A generator and a discriminator in training.

    Attributes:
        generator: The generator being trained.
        discriminator: The discriminator being trained.
        averaged: A running average of the generator's weights; None unless ``average=`` asked for it.
        g_optimizer: The generator's optimiser.
        d_optimizer: The discriminator's optimiser.
        history: Losses, and what callbacks measured.
        settings: The options.
    """

    def __init__(
        self,
        generator: nn.Module,
        discriminator: nn.Module,
        data: Any,
        settings: Settings | None = None,
        *,
        callbacks: Sequence[Callback] = (),
    ) -> None:
        """Check that everything fits together and get ready; nothing is trained yet.

        Args:
            generator: From noise to samples.
            discriminator: From samples to logits.
            data: What real samples are drawn from.
            settings: The options; see ``train``.
            callbacks: Functions of this run.

        Raises:
            SetupError: If the parts cannot be trained together.
        """
        self.settings = s = settings or Settings()
        self.generator, self.discriminator = generator, discriminator
        self._prepare_device()
        if s.seed is not None:
            seed_everything(s.seed + self._rank)
        self._random = torch.Generator(self.device)
        own_seed = int(torch.randint(2**31, ())) if s.seed is None else s.seed + self._rank
        self._random.manual_seed(own_seed)
        self._draw = source_of(data, self.device, s.labels)
        self.noise = s.noise or standard_normal(
            latent_shape(generator, s.latent_dim), self.device, self._random
        )
        self._check_networks()
        self._make_optimizers()
        self._make_players()
        self.averaged = self._make_average()
        self._decay = self._make_decay()
        self._loop = Loop(
            self._iteration,
            history=History(settings=s.plain()),
            callbacks=callbacks,
            owner=self,
            explode=s.explode,
        )
        self._iterations = 0

    @property
    def history(self) -> History:
        """Losses, and what callbacks measured."""
        return self._loop.history

    @property
    def step(self) -> int:
        """Iterations done."""
        return self._loop.step

    @property
    def best_generator(self) -> nn.Module:
        """The averaged generator if there is one, else the generator itself."""
        if self.averaged is None:
            return self.generator
        module: nn.Module = self.averaged.module
        return module

    def train(self, steps: int | None = None, *, progress: bool | None = None) -> Run:
        """Train with progress bar, callbacks and stop button; call again to go on.

        Args:
            steps: Iterations to do; those left of ``settings.steps`` if left out.
            progress: Show a bar; by default yes, unless the variable GAN_COURSE_PROGRESS is 0.

        Returns:
            This run.
        """
        left = self.settings.steps - self.step if steps is None else steps
        if left > 0:
            self._loop.run(left, progress=progress)
        return self

    def advance(self, steps: int) -> int:
        """Train a few iterations quietly, without callbacks: for explorers and benchmarks.

        Args:
            steps: How many.

        Returns:
            Iterations done in total.
        """
        return self._loop.advance(steps)

    @torch.no_grad()
    def sample(self, n: int, seed: int = 0, labels: Tensor | None = None) -> Tensor:
        """Draw samples from the averaged generator if there is one, else from the generator.

        The run's own random numbers stay untouched, and the same seed gives the same z at any time,
        so that pictures over training can be compared.

        Args:
            n: How many.
            seed: Seed of the noise.
            labels: Labels of a conditional generator, shape (n,).

        Returns:
            Samples of shape (n, ...).
        """
        network = self.best_generator
        was_training = network.training
        own = torch.Generator(self.device).manual_seed(seed)
        network.eval()
        try:
            with preflight.undisturbed(network):
                if self.settings.noise is not None:
                    torch.manual_seed(seed)  # a student's noise draws from the global generator
                    z = self.settings.noise(n)
                else:
                    shape = latent_shape(self.generator, self.settings.latent_dim)
                    z = standard_normal(shape, self.device, own)(n)
                output: Tensor = network(z) if labels is None else network(z, labels.to(self.device))
        finally:
            network.train(was_training)
        return output

    def save(self, path: str | Path) -> Path:
        """Write a checkpoint from which the run can go on to the same numbers."""
        from gan_course.training.checkpoint import save

        return save(self, path)

    def load(self, path: str | Path) -> Run:
        """Take over a checkpoint written by a run with the same networks and options."""
        from gan_course.training.checkpoint import load

        load(self, path)
        return self

    def _prepare_device(self) -> None:
        self._accelerator = self.settings.accelerator
        self._rank = int(self._accelerator.process_index) if self._accelerator is not None else 0
        if self._accelerator is not None:
            device = self._accelerator.device
        elif self.settings.device is not None:
            device = pick_device(self.settings.device).device
        else:
            homes = {_home(self.generator, "generator"), _home(self.discriminator, "discriminator")}
            if len(homes) > 1:
                raise SetupError(
                    f"generator and discriminator live on different devices, {homes}: give device=, "
                    "or move both with .to(device)."
                )
            (device,) = homes
        self.device = torch.device(device)
        self.generator.to(self.device)
        self.discriminator.to(self.device)

    def _check_networks(self) -> None:
        s = self.settings
        real, labels = self._draw(preflight.ROWS, torch.Generator(self.device).manual_seed(0))
        self._together = s.together
        if not s.check:
            self._together = bool(s.together)
            return
        with preflight.undisturbed():
            preflight.check_networks(self.generator, self.discriminator, real, self._trial_noise, labels)
            preflight.check_losses(
                self.generator, self.discriminator, real, self._trial_noise, *s.losses(), labels
            )
            if self._together is None:
                self._together = preflight.judges_rows_alone(self.discriminator, real, labels)

    def _trial_noise(self, n: int) -> Tensor:
        """Draw z for a trial, leaving the run's random numbers as they are."""
        state = self._random.get_state()
        try:
            return self.noise(n)
        finally:
            self._random.set_state(state)

    def _make_optimizers(self) -> None:
        s = self.settings
        g, d = s.g_optimizer or s.optimizer, s.d_optimizer or s.optimizer
        d_lr = s.lr if s.d_lr is None else s.d_lr
        self.g_optimizer = make_optimizer(g, self.generator, s.lr, s.betas, "generator")
        self.d_optimizer = make_optimizer(d, self.discriminator, d_lr, s.betas, "discriminator")
        if s.check:
            preflight.check_owners(self.generator, self.discriminator, self.g_optimizer, self.d_optimizer)

    def _make_players(self) -> None:
        s = self.settings
        d_loss, g_loss = s.losses()
        backward = Backward(self.device, s.precision, s.clip_gradients, self._accelerator)
        g_full, d_full = self.generator, self.discriminator
        if self._accelerator is not None:
            g_full, d_full, self.g_optimizer, self.d_optimizer = self._accelerator.prepare(
                self.generator, self.discriminator, self.g_optimizer, self.d_optimizer
            )
        # Each player's own network is the wrapped one, whose gradients are averaged over processes; the
        # other, held constant, is the bare one.
        self._d_player = None
        if d_loss is not None and s.d_step is None:
            self._d_player = DiscriminatorPlayer(
                self.generator,
                d_full,
                self.d_optimizer,
                d_loss,
                self.noise,
                backward,
                penalty=s.penalty,
                penalty_every=s.penalty_every,
                clip_weights=s.clip_weights,
                together=bool(self._together),
            )
        self._g_player = None
        if g_loss is not None and s.g_step is None:
            self._g_player = GeneratorPlayer(
                g_full, self.discriminator, self.g_optimizer, g_loss, self.noise, backward
            )

    def _make_average(self) -> AveragedModel | None:
        if self.settings.average is None:
            return None
        mean = get_ema_multi_avg_fn(self.settings.average)
        return AveragedModel(self.generator, multi_avg_fn=mean, use_buffers=True)

    def _make_decay(self) -> LinearDecay | None:
        s = self.settings
        if s.decay is None:
            return None
        return LinearDecay((self.g_optimizer, self.d_optimizer), s.decay, s.decay_from, s.steps)

    def _iteration(self) -> Mapping[str, Tensor | float]:
        """Do k steps of D and one of G."""
        s = self.settings
        losses: Mapping[str, Tensor | float]
        if self._decay is not None:
            self._decay.set(self._iterations)
        if s.reuse_fakes and self._d_player is not None and self._g_player is not None:
            losses = self._shared_turn(self._d_player, self._g_player)
        else:
            d = self._d_turn() if s.k == 1 else _mean([self._d_turn() for _ in range(s.k)])
            losses = {"d": d, "g": self._g_turn()}
        if self.averaged is not None:
            self.averaged.update_parameters(self.generator)
        self._iterations += 1
        return losses

    def _d_turn(self) -> Tensor | float:
        real, labels = self._draw(self.settings.batch_size, self._random)
        if self._d_player is not None:
            return self._d_player(real, labels)
        given = real if labels is None else (real, labels)
        value = self.settings.d_step(
            self.generator, self.discriminator, self.d_optimizer, given, self.noise, self.settings.losses()[0]
        )
        return _one_number("d_step", value)

    def _shared_turn(
        self, d_player: DiscriminatorPlayer, g_player: GeneratorPlayer
    ) -> Mapping[str, Tensor | float]:
        """Do both turns on one batch of fakes; where k > 1, the steps before the last use fresh ones."""
        s = self.settings
        before = [self._d_turn() for _ in range(s.k - 1)]
        real, labels = self._draw(s.batch_size, self._random)
        fake = g_player.fakes(s.batch_size, labels)
        d = d_player(real, labels, fake)
        g = g_player(s.batch_size, labels, fake)
        return {"d": _mean([*before, d]) if before else d, "g": g}

    def _g_turn(self) -> Tensor | float:
        n = self.settings.batch_size
        if self._g_player is not None:
            labels = self._draw(n, self._random)[1] if self.settings.labels else None
            return self._g_player(n, labels)
        value = self.settings.g_step(
            self.generator, self.discriminator, self.g_optimizer, n, self.noise, self.settings.losses()[1]
        )
        return _one_number("g_step", value)

    @property
    def penalty_count(self) -> int:
        """Steps of D done, which decide when a lazy penalty is due."""
        return 0 if self._d_player is None else self._d_player.count

    def random_state(self) -> dict[str, Tensor]:
        """Return the state of every random generator the run draws from."""
        state = {"run": self._random.get_state(), "cpu": torch.get_rng_state()}
        if self.device.type == "cuda":
            state["cuda"] = torch.cuda.get_rng_state(self.device)
        return state

    def restore(self, random: dict[str, Tensor], penalty_count: int, history: History) -> None:
        """Take over the random numbers, counters and history of a checkpoint."""
        self._random.set_state(random["run"].cpu())
        torch.set_rng_state(random["cpu"].cpu())
        if "cuda" in random and self.device.type == "cuda":
            torch.cuda.set_rng_state(random["cuda"].cpu(), self.device)
        if self._d_player is not None:
            self._d_player.count = penalty_count
        self._loop.restore(history)
        self._iterations = self._loop.step

    def __repr__(self) -> str:
        return f"<Run on {self.device}: {self.history!r}>"


def _home(network: nn.Module, whose: str) -> torch.device:
    if not isinstance(network, nn.Module):
        raise SetupError(f"the {whose} is {type(network).__name__}: give a torch.nn.Module.")
    parameter = next(network.parameters(), None)
    if parameter is None:
        raise SetupError(f"the {whose} has no trainable parameters: give a module with weights to train.")
    return parameter.device


def _one_number(name: str, value: Any) -> Tensor | float:
    if isinstance(value, Tensor) and value.numel() == 1:
        return value.detach().reshape(())
    if isinstance(value, int | float):
        return float(value)
    what = f"a tensor of shape {tuple(value.shape)}" if isinstance(value, Tensor) else type(value).__name__
    raise SetupError(f"{name} returned {what}: return its loss as one number.")


def _mean(values: list[Tensor | float]) -> Tensor | float:
    if all(isinstance(v, Tensor) for v in values):
        return torch.stack([v for v in values if isinstance(v, Tensor)]).mean()
    return sum(float(v) for v in values) / len(values)
