"""A source of data for whole training runs: batches of real samples, with labels where the game has any."""

from __future__ import annotations

import numpy as np
import torch

from gan_course.exercises.student.spies import Tape


class SpyBatches:
    """Stands for ``sample_real()``: each call hands out a batch nobody has seen before."""

    def __init__(self, who: str, tape: Tape, seed: int, shape: list[int], classes: int = 0) -> None:
        """Store what to draw.

        Args:
            who: name on the tape.
            tape: where calls are written.
            seed: of its own generator, so that student code cannot repeat its numbers.
            shape: of a batch, its rows first.
            classes: number of labels; 0 for samples without labels.
        """
        self._who, self._tape, self._shape, self._classes = who, tape, tuple(shape), classes
        self._generator = np.random.Generator(np.random.PCG64(seed))

    def __call__(self, n: int | None = None) -> torch.Tensor | tuple[torch.Tensor, torch.Tensor]:
        """Return x, or the pair (x, y) where there are labels; a size asked for is not heard."""
        x = torch.from_numpy(self._generator.standard_normal(self._shape)).float() + 1.0
        self._tape.write(self._who, output=x.clone())
        if not self._classes:
            return x
        # Labels of every batch differ, so that those of another batch cannot stand for its own.
        y = torch.from_numpy(self._generator.permutation(self._shape[0] * 2)[: self._shape[0]])
        return x, y % self._classes
