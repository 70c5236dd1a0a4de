"""Objects the grader hands to student code in place of the real ones, and the tape they write.

A spy behaves like the thing it stands for (a network, a loss, a source of noise or of data, a
training step) with weights and numbers chosen by the grader, and writes down what was done to it.
The tape is a list of events in the order they happened.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import torch
from torch import nn

from gan_course.exercises.student.noise_order import NoiseOrder

MAX_EVENTS = 5_000
ACTIVATIONS: dict[str, Callable[[], nn.Module]] = {
    "tanh": nn.Tanh,
    "relu": nn.ReLU,
    "softplus": nn.Softplus,
    "sigmoid": nn.Sigmoid,
    "flatten": nn.Flatten,
    "picture": lambda: nn.Unflatten(1, (1, 2, -1)),
}


class TooManyEvents(RuntimeError):
    """Student code called a spy more often than any sensible answer would."""


class Tape:
    """What happened to the spies, in order."""

    def __init__(self) -> None:
        self.events: list[dict[str, Any]] = []

    def __deepcopy__(self, memo: dict[int, Any]) -> Tape:
        """Stay one tape: a copy of a spy that student code makes writes where the spy writes."""
        return self

    def write(self, who: str, **facts: Any) -> None:
        """Add one event.

        Raises:
            TooManyEvents: after :data:`MAX_EVENTS` events.
        """
        if len(self.events) >= MAX_EVENTS:
            raise TooManyEvents(f"{who} was called more than {MAX_EVENTS} times in one exercise")
        self.events.append({"who": who, **facts})

    def take(self) -> list[dict[str, Any]]:
        """Return all events and start an empty tape."""
        taken, self.events = self.events, []
        return taken


class SpyModule(nn.Module):
    """A small network with given weights that writes down each call."""

    def __init__(
        self,
        who: str,
        layers: list[list[Any]],
        tape: Tape,
        flat_output: bool = False,
        table: torch.Tensor | None = None,
        fed_by: tuple[str, NoiseOrder] | None = None,
    ) -> None:
        """Build the network.

        Args:
            who: name on the tape.
            layers: ``["linear", weight (out, in), bias (out,) or None]`` or ``[activation name]``; with
                ``["flatten"]`` first it takes images.
            tape: where calls are written.
            flat_output: return (N,) instead of (N, 1).
            table: makes it conditional: a second argument of labels (N,) picks rows of this table
                (classes, d), which stand beside x as further columns.
            fed_by: a source of noise whose rows count in the order shown, see
                :mod:`gan_course.exercises.student.noise_order`.
        """
        super().__init__()
        self._who = who
        self._fed_by = fed_by
        self._tape = tape
        self._flat = flat_output
        self.net = nn.Sequential(*[_layer(spec) for spec in layers])
        self.table = None if table is None else nn.Parameter(table.clone())

    def forward(self, *args: torch.Tensor, **named: torch.Tensor) -> torch.Tensor:
        """Map (N, in), and labels (N,) where it is conditional, to (N, out), or to (N,) when flat.

        The names are those of the exercises: G(z, y) and D(x, y).

        Raises:
            TypeError: if labels are missing, or given to a network without classes.
        """
        names = ["z" if self._who == "G" else "x", *(["y"] if self.table is not None else [])]
        missing = names[len(args) :]
        if len(args) > len(names) or set(named) != set(missing):
            given_names = [*names[: len(args)], *named]
            raise TypeError(
                f"{self._who} takes ({', '.join(names)}), given were {len(args) + len(named)} arguments"
                + (f" ({', '.join(given_names)})" if named else "")
            )
        x, *labels = (*args, *(named[name] for name in missing))
        if not isinstance(x, torch.Tensor):
            raise TypeError(f"{self._who} takes a tensor, {type(x).__name__} given")
        given = x
        if self._fed_by is not None:
            source, order = self._fed_by
            inner = order.counted(source, _unwrapped(x))
            x = x if _unwrapped(x) is not x else inner
        if self.table is not None:
            x = torch.cat([x, self.table[labels[0]]], dim=1)
        out: torch.Tensor = self.net(x)
        self._tape.write(
            self._who,
            **({"labels": labels[0].detach().clone()} if labels else {}),
            input=_unwrapped(given).detach().clone(),
            input_attached=bool(given.requires_grad),
            input_computed=given.grad_fn is not None,
            grad_enabled=torch.is_grad_enabled(),
            training=self.training,
            trainable=any(p.requires_grad for p in self.parameters()),
        )
        return out.reshape(-1) if self._flat else out


def _unwrapped(x: torch.Tensor) -> torch.Tensor:
    """Return the numbers inside torch.func's wrappers, which may not leave the function they belong to."""
    functorch = torch._C._functorch
    while functorch.is_functorch_wrapped_tensor(x):
        x = functorch.get_unwrapped(x)
    return x


def _layer(spec: list[Any]) -> nn.Module:
    if spec[0] != "linear":
        return ACTIVATIONS[spec[0]]()
    weight, bias = spec[1], spec[2]
    layer = nn.Linear(weight.shape[1], weight.shape[0], bias=bias is not None)
    with torch.no_grad():
        layer.weight.copy_(weight)
        if bias is not None:
            layer.bias.copy_(bias)
    return layer


class SpySource:
    """Stands for ``noise(n)`` or ``sample_real(n)``: fresh numbers from its own generator."""

    def __init__(
        self,
        who: str,
        tape: Tape,
        seed: int,
        dim: int,
        default_n: int,
        shift: float,
        order: NoiseOrder | None = None,
    ) -> None:
        """Store where the numbers come from.

        Args:
            who: name on the tape.
            tape: where calls are written.
            seed: of its own generator, so that student code cannot repeat its numbers.
            dim: numbers per sample.
            default_n: rows when called without a number.
            shift: added to standard normal numbers.
            order: where the rows handed out are noted, for a network that is fed by this source.
        """
        self._order = order
        self._who, self._tape, self._dim, self._n, self._shift = who, tape, dim, default_n, shift
        self._generator = np.random.Generator(np.random.PCG64(seed))

    def __call__(self, n: int | None = None) -> torch.Tensor:
        """Return a fresh (n, dim) batch.

        Its rows come one after another from one table, so that whoever asks for them in portions, or one by
        one, gets the same.
        """
        rows = self._n if n is None else int(n)
        drawn = self._generator.standard_normal((rows, self._dim))
        out = torch.from_numpy(drawn).float() + self._shift
        self._tape.write(self._who, rows=rows, output=out.clone())
        if self._order is not None:
            self._order.drawn(self._who, out)
        return out


class SpyLoss:
    """A loss no answer would use by itself: Σᵢ weightᵢ · mean((logitsᵢ − targetᵢ)²).

    With a third number in a term, that number times the square of the batch's mean is added: no mean over
    samples, so that it makes a difference whether the batch is handed in whole. ``paired`` times the product
    of the batches' means is added, too: then the slope in one batch depends on the other, as in a relativistic loss.
    """

    def __init__(self, who: str, tape: Tape, terms: list[list[float]], paired: float = 0.0) -> None:
        """Store the terms.

        Args:
            who: name on the tape.
            tape: where calls are written.
            terms: one ``[target, weight]`` per argument, or ``[target, weight, together]``, see :func:`_bowl`.
            paired: weight of the product.
        """
        self._who, self._tape, self._terms, self._paired = who, tape, terms, paired

    def __call__(self, *logits: torch.Tensor, **named: torch.Tensor) -> torch.Tensor:
        """Return the loss of one batch of logits per term.

        Raises:
            TypeError: if the number of arguments is not the number of terms.
        """
        # The losses of the course take these names, so a call by keyword means the same.
        names = (
            "real_logits",
            "matched_logits",
            "fake_logits",
            "mismatched_logits",
            "logits",
            "real_values",
            "fake_values",
        )
        given = [*logits, *(named[k] for k in names if k in named)]
        if len(given) != len(self._terms):
            raise TypeError(f"loss takes {len(self._terms)} batches of logits, {len(given)} were given")
        strange = [type(g).__name__ for g in given if not isinstance(g, torch.Tensor)]
        if strange:
            raise TypeError(f"loss takes tensors of logits, {' and '.join(strange)} given")
        self._tape.write(
            self._who,
            inputs=[g.detach().clone() for g in given],
            attached=[bool(g.requires_grad) for g in given],
        )
        parts = [_bowl(g, *term) for g, term in zip(given, self._terms, strict=True)]
        if self._paired:
            parts.append(self._paired * torch.stack([g.mean() for g in given]).prod())
        return torch.stack(parts).sum()


def _bowl(x: torch.Tensor, target: float, weight: float, together: float = 0.0) -> torch.Tensor:
    """Weight · mean((x − target)²); with ``together`` also that much of (mean(x) − target)², which couples x."""
    bowl = weight * ((x - target) ** 2).mean()
    return bowl + together * (x.mean() - target) ** 2 if together else bowl


class SpyPenalty:
    """A penalty no answer would use: weight · mean((D(share·real + (1 − share)·fake) − target)²)."""

    def __init__(self, who: str, tape: Tape, weight: float, share: float, target: float) -> None:
        """Store the numbers of the formula; ``who`` is its name on the tape."""
        self._who, self._tape = who, tape
        self._weight, self._share, self._target = weight, share, target

    def __call__(self, critic: nn.Module, real: torch.Tensor, fake: torch.Tensor) -> torch.Tensor:
        """Return the penalty of one batch, through which the critic can be trained."""
        self._tape.write(self._who, real=real.detach().clone(), fake=fake.detach().clone())
        rows = min(len(real), len(fake))  # a wrong number of fakes should show in the loss, not stop here
        between = self._share * real[:rows] + (1 - self._share) * fake[:rows]
        out: torch.Tensor = self._weight * ((critic(between) - self._target) ** 2).mean()
        return out


class SpyClip:
    """Stands for what is done to a network after its step: writes down its weights, then clips them."""

    def __init__(self, who: str, tape: Tape, bound: float) -> None:
        """Store the bound; ``who`` is its name on the tape."""
        self._who, self._tape, self._bound = who, tape, bound

    def __call__(self, critic: nn.Module) -> None:
        """Force every weight of the critic into ±bound."""
        weights = torch.cat([p.detach().reshape(-1) for p in critic.parameters()])
        self._tape.write(self._who, weights=weights.clone())
        with torch.no_grad():
            for parameter in critic.parameters():
                parameter.clamp_(-self._bound, self._bound)


class SpyRelabel:
    """Stands for a function from labels to wrong labels: moves each class by its own step, never by none.

    The same label becomes the same wrong one, however often and in whatever portions it is asked for.
    """

    def __init__(self, who: str, tape: Tape, seed: int, classes: int) -> None:
        """Store what the steps are drawn from; ``who`` is its name on the tape."""
        self._who, self._tape, self._classes = who, tape, classes
        steps = np.random.Generator(np.random.PCG64(seed)).integers(1, classes, classes)
        self._table = (torch.arange(classes) + torch.from_numpy(steps)) % classes

    def __call__(self, labels: torch.Tensor, *_: Any, **__: Any) -> torch.Tensor:
        """Return wrong labels, shape (N,)."""
        wrong = self._table[labels.long() % self._classes]
        self._tape.write(self._who, labels=labels.detach().clone(), output=wrong.clone())
        return wrong


class SpyCall:
    """Stands for a training step: writes down its arguments and returns the next number."""

    def __init__(self, who: str, tape: Tape, returns: list[float]) -> None:
        """Store the numbers.

        Args:
            who: name on the tape.
            tape: where calls are written.
            returns: numbers returned in turn; the last one again and again after that.
        """
        self._who, self._tape, self._returns, self._calls = who, tape, returns, 0

    def __call__(self, *args: Any, **kwargs: Any) -> float:
        """Write down the tensors given and return the next number."""
        given = [a.detach().clone() for a in (*args, *kwargs.values()) if isinstance(a, torch.Tensor)]
        self._tape.write(self._who, inputs=given, arguments=len(args) + len(kwargs))
        value = self._returns[min(self._calls, len(self._returns) - 1)]
        self._calls += 1
        return value
