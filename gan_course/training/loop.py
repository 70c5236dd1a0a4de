"""The loop itself: repeat a step, show progress, keep the numbers, stop when told or when it goes wrong.

It knows nothing of GANs. Losses stay tensors on their device and are read in blocks, because asking a
GPU for one number each iteration would make it wait.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import torch
from torch import Tensor

from gan_course.errors import DivergedError, SetupError
from gan_course.progress import wanted
from gan_course.seeding import random_state_kept
from gan_course.training.callbacks import Callback, Every, StopTraining, scheduled
from gan_course.training.history import History
from gan_course.training.interrupt import Interruption

Step = Callable[[], Mapping[str, Tensor | float]]

LONGEST_BLOCK = 50  # iterations between two readings of the losses, at most
BLOCK_SECONDS = 0.2  # and about so long: the bar moves and the stop button answers that often

ADVICE = (
    "try a learning rate ten times smaller, losses computed from logits (softplus or logsigmoid instead of "
    "log(sigmoid)), or clip_gradients=1.0"
)


class Loop:
    """Repeats one step and keeps its numbers; can be driven in one go or a few iterations at a time.

    Attributes:
        history: What has been recorded so far.
        step: Iterations done.
    """

    def __init__(
        self,
        step: Step,
        *,
        history: History | None = None,
        callbacks: Sequence[Callback] = (),
        owner: Any = None,
        explode: float = 1e6,
    ) -> None:
        """Prepare a loop.

        Args:
            step: Does one iteration and returns its losses by name.
            history: Where to record; a new one if left out.
            callbacks: Functions of ``owner``.
            owner: What callbacks are given; the loop itself if left out.
            explode: A loss further from 0 than this stops the run.
        """
        self.history = history if history is not None else History()
        self.step = self.history.steps
        self._do = step
        self._callbacks: list[Every] = scheduled(callbacks)
        self._owner = owner if owner is not None else self
        self._explode = explode
        self._pending: list[Mapping[str, Tensor | float]] = []
        self._block = 1

    def restore(self, history: History) -> None:
        """Go on from another history, as after loading a checkpoint."""
        self.history = history
        self.step = history.steps

    def advance(self, steps: int) -> int:
        """Do so many iterations, without progress bar or callbacks, and record them.

        Args:
            steps: How many.

        Returns:
            Iterations done in total.

        Raises:
            DivergedError: If a loss became NaN, infinite or exploded.
        """
        begin = time.perf_counter()
        do, pending = self._do, self._pending
        try:
            for _ in range(steps):
                pending.append(_kept(do()))
        finally:  # a step that raises must not take the numbers of those before it along
            self.step += len(pending)
            self._read()
        seconds = time.perf_counter() - begin
        self.history.seconds += seconds
        self._block = max(1, min(LONGEST_BLOCK, int(BLOCK_SECONDS * steps / max(seconds, 1e-9))))
        return self.step

    def run(self, steps: int, *, progress: bool | None = None, description: str = "training") -> History:
        """Do so many iterations with progress bar, callbacks and a stop button.

        Args:
            steps: How many.
            progress: Show a bar; by default yes, unless the variable GAN_COURSE_PROGRESS is 0.
            description: The word before the bar.

        Returns:
            The history.

        Raises:
            DivergedError: If a loss became NaN, infinite or exploded.
        """
        end = self.step + steps
        self.history.stopped = ""
        with _bar(progress, self.step, end, description) as bar, Interruption() as interruption:
            try:
                self._call([c for c in self._callbacks if c.first and self.step == 0])
                while self.step < end and not interruption.asked:
                    block = self._until_next_event(end)
                    self.advance(block)
                    bar.update(block, self.history.losses)
                    self._call([c for c in self._callbacks if self.step % c.steps == 0 or self.step == end])
                if interruption.asked:
                    self.history.stopped = "interrupted"
            except StopTraining as stop:
                self.history.stopped = str(stop) or "stopped by a callback"
        return self.history

    def _until_next_event(self, end: int) -> int:
        """Iterations until the losses are read, a callback is due or the run ends."""
        waits = [c.steps - self.step % c.steps for c in self._callbacks]
        return min([self._block, end - self.step, *waits])

    def _call(self, callbacks: Sequence[Every]) -> None:
        if not callbacks:
            return
        begin = time.perf_counter()
        try:
            with random_state_kept():
                for callback in callbacks:
                    found = callback(self._owner)
                    if found:
                        self.history.record(self.step, dict(found))
        finally:
            self.history.seconds += time.perf_counter() - begin

    def _read(self) -> None:
        """Turn the pending losses into numbers and look whether they are sane."""
        if not self._pending:
            return
        first = self.history.steps + 1
        for name in self._pending[0]:
            values = [losses[name] for losses in self._pending]
            numbers = _numbers(values)
            self.history.losses.setdefault(name, []).extend(numbers)
            for i, number in enumerate(numbers):
                if not abs(number) <= self._explode:
                    self._pending.clear()
                    raise diverged(name, number, first + i, self._owner)
        self._pending.clear()


def repeat(
    step: Step,
    steps: int,
    *,
    callbacks: Sequence[Callback] = (),
    progress: bool | None = None,
    description: str = "training",
) -> History:
    """Repeat any training step: for models that are not a pair of networks.

    Args:
        step: Does one iteration and returns its losses by name, as scalar tensors or numbers.
        steps: How many iterations.
        callbacks: Functions of the loop (which has ``.step`` and ``.history``).
        progress: Show a bar; by default yes, unless the variable GAN_COURSE_PROGRESS is 0.
        description: The word before the bar.

    Returns:
        The history, with the losses under the names the step gave them.

    Raises:
        SetupError: If ``steps`` is below 1.
        DivergedError: If a loss became NaN, infinite or exploded.

    >>> x = torch.tensor(4.0)
    >>> def halve():
    ...     x.mul_(0.5)
    ...     return {"loss": x.clone()}
    >>> repeat(halve, 3, progress=False).losses["loss"]
    [2.0, 1.0, 0.5]
    """
    if steps < 1:
        raise SetupError(f"steps={steps} does not fit: give at least 1.")
    return Loop(step, callbacks=callbacks).run(steps, progress=progress, description=description)


def diverged(name: str, number: float, step: int, run: Any) -> DivergedError:
    """Build the error for a loss that went wrong, with the run attached as ``error.run``."""
    whose = {"d": "the discriminator's loss", "g": "the generator's loss"}.get(name, f"the loss {name!r}")
    what = "became NaN" if math.isnan(number) else f"reached {number:.3g}"
    error = DivergedError(f"{whose} {what} at iteration {step}: {ADVICE}.")
    error.run = run  # type: ignore[attr-defined]
    return error


def _kept(losses: Mapping[str, Tensor | float]) -> Mapping[str, Tensor | float]:
    """Cut losses off their graphs, which would otherwise live until the block is read."""
    if not any(isinstance(v, Tensor) and v.requires_grad for v in losses.values()):
        return losses
    return {name: v.detach() if isinstance(v, Tensor) else v for name, v in losses.items()}


def _numbers(values: list[Tensor | float]) -> list[float]:
    if all(isinstance(v, Tensor) for v in values):
        stacked = torch.stack([v.detach().reshape(()) for v in values if isinstance(v, Tensor)])
        return [float(v) for v in stacked.float().tolist()]
    return [float(v) for v in values]


class _Bar:
    """A tqdm bar that may be switched off and that redraws its numbers only now and then."""

    def __init__(self, bar: Any) -> None:
        self._bar = bar
        self._last = 0.0

    def __enter__(self) -> _Bar:
        return self

    def __exit__(self, *exc: object) -> None:
        if self._bar is not None:
            self._bar.close()

    def update(self, steps: int, losses: Mapping[str, Sequence[float]]) -> None:
        if self._bar is None:
            return
        now = time.perf_counter()
        if now - self._last > 0.5:  # formatting costs more than a small training step
            self._last = now
            last = {name: f"{values[-1]:.3f}" for name, values in losses.items() if values}
            self._bar.set_postfix(last, refresh=False)
        self._bar.update(steps)


def _bar(progress: bool | None, start: int, end: int, description: str) -> _Bar:
    if not wanted(progress):
        return _Bar(None)
    from tqdm.auto import tqdm

    return _Bar(tqdm(initial=start, total=end, desc=description, unit="it", mininterval=0.2))
