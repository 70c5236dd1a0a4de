"""Spies for games in which D is a classifier: a network that shows its features, and losses of labels and features."""

from __future__ import annotations

from typing import Any

import torch

from gan_course.exercises.student.spies import SpyModule, Tape


class SpyClassifier(SpyModule):
    """A small network with given weights that maps x to K logits, and shows what its hidden layers hold."""

    def __init__(self, who: str, layers: list[list[Any]], tape: Tape, hidden: int) -> None:
        """Build the network.

        Args:
            who: name on the tape.
            layers: see :class:`gan_course.exercises.student.spies.SpyModule`.
            tape: where calls are written.
            hidden: so many layers, from the first on, make the features.
        """
        super().__init__(who, layers, tape)
        self._hidden = hidden

    def features(self, x: torch.Tensor) -> torch.Tensor:
        """Map (N, in) to the features (N, A).

        Raises:
            TypeError: if x is no tensor.
        """
        if not isinstance(x, torch.Tensor):
            raise TypeError(f"features takes a tensor, {type(x).__name__} given")
        out: torch.Tensor = self.net[: self._hidden](x)
        self._tape.write("features", input=x.detach().clone(), input_computed=x.grad_fn is not None)
        return out


class SpyClassLoss:
    """A loss that reads labels, and that no answer would use by itself: weight · mean((logit of the label − target)²)."""

    def __init__(self, who: str, tape: Tape, target: float, weight: float) -> None:
        """Store the numbers of the formula; ``who`` is its name on the tape."""
        self._who, self._tape, self._target, self._weight = who, tape, target, weight

    def __call__(self, logits: torch.Tensor, labels: torch.Tensor) -> torch.Tensor:
        """Return the loss of logits (N, K) and labels (N,), whole numbers.

        Raises:
            TypeError: if either is no tensor, or the labels are no whole numbers.
        """
        for name, given in (("logits", logits), ("labels", labels)):
            if not isinstance(given, torch.Tensor):
                raise TypeError(f"{self._who} takes tensors, {name} is {type(given).__name__}")
        if labels.is_floating_point():
            raise TypeError(f"{self._who} takes (logits, labels), and labels are whole numbers")
        self._tape.write(
            self._who,
            inputs=[logits.detach().clone(), labels.detach().clone()],
            attached=[bool(logits.requires_grad)],
        )
        own = logits.gather(1, labels.reshape(-1, 1))
        return self._weight * ((own - self._target) ** 2).mean()


class SpyFeatureLoss:
    """A loss of two batches of features that no answer would use by itself.

    It is weight · ‖mean(fake) − share · mean(real) − target‖², so that what the fakes learn depends on the real ones.
    """

    def __init__(self, who: str, tape: Tape, weight: float, share: float, target: float) -> None:
        """Store the numbers of the formula; ``who`` is its name on the tape."""
        self._who, self._tape = who, tape
        self._weight, self._share, self._target = weight, share, target

    def __call__(self, real_features: torch.Tensor, fake_features: torch.Tensor) -> torch.Tensor:
        """Return the loss of features (N, A) and (M, A).

        Raises:
            TypeError: if either is no tensor.
        """
        given = (real_features, fake_features)
        strange = [type(g).__name__ for g in given if not isinstance(g, torch.Tensor)]
        if strange:
            raise TypeError(f"{self._who} takes tensors of features, {' and '.join(strange)} given")
        self._tape.write(
            self._who,
            inputs=[g.detach().clone() for g in given],
            attached=[bool(g.requires_grad) for g in given],
        )
        gap = fake_features.mean(0) - self._share * real_features.mean(0) - self._target
        return self._weight * gap.square().sum()
