"""One run: two networks, their optimisers and data, trained in one go or a little at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from gan_course.seeding import seed_everything
from gan_course.training import checkpoint, preflight, randomness
from gan_course.training.assembly import make_decay, make_parts, make_turns
from gan_course.training.callbacks import Callback
from gan_course.training.history import History
from gan_course.training.loop import Loop
from gan_course.training.noise import latent_shape, standard_normal
from gan_course.training.placement import place
from gan_course.training.players import Backward
from gan_course.training.rehearsal import average_of, check_parts, rehearse
from gan_course.training.settings import Settings
from gan_course.training.source import source_of
from gan_course.training.undisturbed import undisturbed


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
        self._rank = int(s.accelerator.process_index) if s.accelerator is not None else 0
        self.device = place(generator, discriminator, s)
        if s.seed is not None:
            seed_everything(s.seed + self._rank)
        self._random = torch.Generator(self.device)
        own_seed = int(torch.randint(2**31, ())) if s.seed is None else s.seed + self._rank
        self._random.manual_seed(own_seed)
        self._draw = source_of(data, self.device, s.labels)
        self.noise = s.noise or standard_normal(
            latent_shape(generator, s.latent_dim), self.device, self._random
        )
        trial = self._trial_batch() if s.check else None
        self._together = bool(s.together)
        if trial is not None:
            self._check_networks(*trial)
        self._backward = Backward(self.device, s.precision, s.clip_gradients, s.accelerator)
        parts = make_parts(generator, discriminator, s)
        self._turns, parts = make_turns(
            parts, s, lambda n: self._draw(n, self._random), self.noise, self._backward, self._together
        )
        self.g_optimizer, self.d_optimizer = parts[2:]
        self.averaged = average_of(generator, s.average)
        if trial is not None:
            self._rehearse(*trial)
        self._decay = make_decay(parts, s)
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
        own = torch.Generator(self.device).manual_seed(seed)
        with undisturbed(network):
            network.eval()
            if self.settings.noise is not None:
                torch.manual_seed(seed)  # a student's noise draws from the global generator
                z = self.settings.noise(n)
            else:
                shape = latent_shape(self.generator, self.settings.latent_dim)
                z = standard_normal(shape, self.device, own)(n)
            output: Tensor = network(z) if labels is None else network(z, labels.to(self.device))
        return output

    def save(self, path: str | Path) -> Path:
        """Write a checkpoint from which the run can go on to the same numbers.

        Kept are weights, optimisers, counters, history and the random numbers of the run, of torch, of
        NumPy's global generator and of Python's. A generator of your own that a data function draws from
        is not: seed it again yourself.
        """
        return checkpoint.save(self, path)

    def load(self, path: str | Path, *, same_numbers: bool = True) -> Run:
        """Take over a checkpoint written by a run with the same networks and options.

        Args:
            path: The file that ``save`` wrote.
            same_numbers: Take over the random numbers too; False lets a checkpoint from a GPU go on on the
                CPU, or the other way round, with other numbers.

        Returns:
            This run; it is replaced whole or not at all.

        Raises:
            CheckpointError: If the file is missing or damaged, or an entry does not fit; it is named.
        """
        checkpoint.load(self, path, same_numbers=same_numbers)
        return self

    def _trial_batch(self) -> tuple[Tensor, Tensor | None]:
        """Draw a batch for trials, leaving all random numbers as they are."""
        with undisturbed():
            return self._draw(self.settings.batch_size, torch.Generator(self.device).manual_seed(0))

    def _trial_noise(self, n: int) -> Tensor:
        """Draw z for a trial, leaving the run's random numbers as they are."""
        state = self._random.get_state()
        try:
            return self.noise(n)
        finally:
            self._random.set_state(state)

    def _check_networks(self, real: Tensor, labels: Tensor | None) -> None:
        """Try the parts one by one, and find out whether D may see real and fake samples in one pass."""
        g, d, s = self.generator, self.discriminator, self.settings
        check_parts(g, d, real, labels, self._trial_noise, s)
        if s.together is None:
            few = preflight.ROWS
            few_labels = None if labels is None else labels[:few]
            self._together = preflight.judges_rows_alone(d, real[:few], few_labels)

    def _rehearse(self, real: Tensor, labels: Tensor | None) -> None:
        """Play one iteration of everything, and put everything back."""
        state = self._random.get_state()
        parts = (self.generator, self.discriminator, self.g_optimizer, self.d_optimizer)
        try:
            rehearse(self._turns, self._backward, real, labels, self.averaged, parts)
        finally:
            self._random.set_state(state)

    def _iteration(self) -> Mapping[str, Tensor | float]:
        """Do one iteration: the rates, the turns of both players, the average."""
        if self._decay is not None:
            self._decay.set(self._iterations)
        losses = self._turns()
        if self.averaged is not None:
            self.averaged.update_parameters(self.generator)
        self._iterations += 1
        return losses

    def state(self) -> dict[str, Any]:
        """Return random numbers, counters and the scale of fp16: what is neither network nor optimiser."""
        return {
            "random": randomness.states(self._random),
            "penalty_count": self._turns.penalty_count,
            "scale": self._backward.state(),
        }

    def restore(self, state: Mapping[str, Any], history: History, *, same_numbers: bool) -> None:
        """Take over what ``state`` returned, and the history of a checkpoint."""
        if same_numbers:
            randomness.restore(state["random"], self._random)
        self._backward.restore(state["scale"])
        self._turns.penalty_count = int(state["penalty_count"])
        self._loop.restore(history)
        self._iterations = self._loop.step

    def __repr__(self) -> str:
        return f"<Run on {self.device}: {self.history!r}>"
