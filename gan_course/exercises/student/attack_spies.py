"""Spies for adversarial examples: an attack with known outcomes, and a projection that keeps a record."""

from __future__ import annotations

import torch
from torch import nn

from gan_course.exercises.student.spies import Tape


class SpyAttack:
    """Stands for ``attack(model, x, y)``: knows each example by its numbers, and what becomes of it.

    Like a real attack it needs gradients to be recorded, and it fails to change an example that
    comes with another label than its own. Examples may come in any order and in batches of any size.
    """

    def __init__(
        self,
        who: str,
        tape: Tape,
        clean: torch.Tensor,
        y: torch.Tensor,
        outcomes: torch.Tensor,
        leaves: float,
    ) -> None:
        """Store the script.

        Args:
            who: name on the tape.
            tape: where calls are written.
            clean: examples it knows, (N, ...).
            y: their labels, (N,).
            outcomes: what an example becomes at its first, second, ... visit, (R, N, ...); then again.
            leaves: added to every gradient of the model, as ``backward()`` inside an attack would.
        """
        self._who, self._tape, self._leaves = who, tape, leaves
        self._clean, self._y, self._outcomes = clean, y, outcomes
        self._visits = [0] * len(clean)

    def __call__(self, model: nn.Module, x: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
        """Return the attacked examples, of the shape of x.

        Raises:
            RuntimeError: if gradients are switched off, as autograd would.
            TypeError: if it is not given a model, examples and labels, in this order.
        """
        if not isinstance(model, nn.Module) or x.shape[1:] != self._clean.shape[1:] or y.shape != x.shape[:1]:
            raise TypeError("attack takes a model, x of shape (N, ...) and y of shape (N,), in this order")
        grad = torch.is_grad_enabled()
        facts = {"x": x.detach().clone(), "y": y.detach().clone(), "training": model.training}
        self._tape.write(self._who, **facts, grad_enabled=grad)
        if not grad:
            raise RuntimeError("element 0 of tensors does not require grad and does not have a grad_fn")
        for parameter in model.parameters():
            before = torch.zeros_like(parameter) if parameter.grad is None else parameter.grad
            parameter.grad = before + self._leaves
        return self._outcome(x.detach(), y)

    def _outcome(self, x: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
        attacked = x.clone()
        if not len(x):
            return attacked
        away = (self._clean[None] - x[:, None]).flatten(2).abs().amax(dim=2)
        nearest = away.min(dim=1)
        known = (nearest.values <= 1e-6) & (self._y[nearest.indices] == y.long())
        for row in known.nonzero().flatten().tolist():
            which = int(nearest.indices[row])
            attacked[row] = self._outcomes[self._visits[which] % len(self._outcomes), which]
            self._visits[which] += 1
        return attacked


class SpyProject:
    """Stands for ``project(candidate, x, epsilon)``: back into the box around x and into low..high.

    With a start it decides where a walk begins: the first candidate that it is given for a picture comes
    back as that picture's start, so that what follows no longer depends on what was drawn at random.
    """

    def __init__(
        self,
        who: str,
        tape: Tape,
        low: float,
        high: float,
        x: torch.Tensor | None = None,
        start: torch.Tensor | None = None,
    ) -> None:
        """Store the range of the pixels.

        Args:
            who: name on the tape.
            tape: where calls are written.
            low: the least pixel value.
            high: the largest one.
            x: pictures it knows, (N, ...).
            start: where the walk of each of them begins, (N, ...).
        """
        self._who, self._tape, self._low, self._high = who, tape, low, high
        self._known, self._start = x, start
        self._begun = set[int]()

    def __call__(self, candidate: torch.Tensor, x: torch.Tensor, epsilon: float) -> torch.Tensor:
        """Return the nearest allowed picture to each candidate."""
        self._tape.write(self._who, candidate=candidate.detach().clone(), x=x.detach().clone())
        boxed = torch.minimum(torch.maximum(candidate, x - epsilon), x + epsilon)
        return self._begin(boxed.clamp(self._low, self._high), x.detach())

    def _begin(self, projected: torch.Tensor, x: torch.Tensor) -> torch.Tensor:
        known, start = self._known, self._start
        if known is None or start is None or x.shape[1:] != known.shape[1:] or projected.shape != x.shape:
            return projected
        rows = []
        for here, picture in zip(projected, x, strict=True):
            away = (known - picture).flatten(1).abs().amax(dim=1)
            which = int(away.argmin())
            fresh = float(away[which]) < 1e-6 and which not in self._begun
            if fresh:
                self._begun.add(which)
            rows.append(start[which].to(here.dtype) if fresh else here)
        return torch.stack(rows) if rows else projected
