"""What the grader may ask of a student process: one method per operation."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from typing import Any

import numpy as np
import torch
from torch import nn

from gan_course.exercises.describe import describe_call
from gan_course.exercises.student import layers as pictures
from gan_course.exercises.student.attack_spies import SpyAttack, SpyProject
from gan_course.exercises.student.batch_source import SpyBatches
from gan_course.exercises.student.classifier_spies import SpyClassifier, SpyClassLoss, SpyFeatureLoss
from gan_course.exercises.student.noise_order import NoiseOrder
from gan_course.exercises.student.objects import Objects
from gan_course.exercises.student.run_spy import SpyRun
from gan_course.exercises.student.spies import (
    SpyCall,
    SpyClip,
    SpyLoss,
    SpyModule,
    SpyPenalty,
    SpyRelabel,
    SpySource,
    Tape,
)
from gan_course.exercises.student.wire import UndefinedError, WireError
from gan_course.ready_made import an_answer_is_judged

Drawn = dict[tuple[int, tuple[torch.Size, ...]], list[torch.Tensor]]  # by seed and shapes
OPTIMIZERS: dict[str, type[torch.optim.Optimizer]] = {"sgd": torch.optim.SGD, "adam": torch.optim.Adam}


class Operations:
    """The operations, over one student's namespace.

    Every public method is an operation. Arguments arrive decoded: references are objects again.
    """

    def __init__(self, namespace: dict[str, Any], objects: Objects) -> None:
        self._namespace = namespace
        self._objects = objects
        self._tape = Tape()
        self._order = NoiseOrder()
        self._folders = pictures.Folders()
        self._drawn: Drawn = {}

    # ---- student code -------------------------------------------------------------------------

    def has(self, name: str) -> bool:
        """Tell whether the student's namespace has a name."""
        return name in self._namespace

    def get(self, name: str) -> Any:
        """Return a value from the student's namespace.

        Raises:
            UndefinedError: if the name is not defined.
        """
        if name not in self._namespace:
            raise UndefinedError(f"`{name}` is not defined")
        return self._namespace[name]

    def call(
        self,
        target: Any,
        args: list[Any],
        kwargs: dict[str, Any],
        method: str | None = None,
        seed: int | None = None,
        ready_made: bool = False,
    ) -> Any:
        """Call a function by name, a kept object, or a method of one; the result crosses back.

        Args:
            target: name in the namespace, or a kept object.
            args: positional arguments.
            kwargs: keyword arguments.
            method: name of the method to call on ``target``.
            seed: seeds torch before the call, when given.
            ready_made: whether what the library has ready may answer.
        """
        return self._function(target, method, seed, ready_made)(*args, **kwargs)

    def describe(self, target: Any, args: list[Any], kwargs: Any = None, **_: Any) -> str:
        """Say in words what a function is given."""
        try:
            return describe_call(self._found(target, None), tuple(args), dict(kwargs or {}))
        except Exception:  # a lying argument or signature is no reason to lose the error it belongs to
            return ""

    def twice(self, target: Any, args: list[Any], seed: int | None = None) -> dict[str, Any]:
        """Call a function twice with the very same arguments, and tell what became of them.

        Returns:
            ``values``: what the two calls returned; ``after``: the arguments; ``touched``: for each argument
            whether it now asks for a gradient, or holds one.
        """
        values, states = [], []
        before = [_kept(a) for a in args]
        for _ in range(2):
            values.append(_kept(self._function(target, None, seed)(*args)))
            states.append([_kept(a) for a in args])
        touched = [isinstance(a, torch.Tensor) and (a.requires_grad or a.grad is not None) for a in args]
        # What the first call changes the second may change back, such as a sign.
        after = [
            last if _alike(old, first) else first for old, first, last in zip(before, *states, strict=True)
        ]
        return {"values": values, "after": after, "touched": touched}

    def slopes(
        self,
        target: Any,
        args: list[Any],
        kwargs: dict[str, Any],
        weights: torch.Tensor | None = None,
        parameters: bool = False,
        seed: int | None = None,
        of: nn.Module | None = None,
        only: list[int] | None = None,
    ) -> dict[str, Any]:
        """Call a function and differentiate what it returns.

        Args:
            target: name in the namespace, or a kept object.
            args: positional arguments; floating-point tensors among them become leaves.
            kwargs: keyword arguments, tensors among them likewise.
            weights: the scalar differentiated is Σ weights · output; ``None`` for a scalar output.
            parameters: also return gradients of the target's parameters (``target`` is a module).
            seed: seeds torch before the call, when given.
            of: also return gradients of this module's parameters, whatever ``target`` is.
            only: positions of the arguments that become leaves; ``None`` for all of them.

        Returns:
            ``value``: the output; ``attached``; ``args``, ``kwargs``: a gradient or ``None`` for
            each argument; ``parameters``: name -> gradient or ``None``.
        """
        function = self._function(target, None, seed)
        leaves = [_leaf(a) if only is None or i in only else a for i, a in enumerate(args)]
        named = {k: _leaf(v) for k, v in kwargs.items()}
        # The function gets copies, as it would get logits from a network: it may change them in place.
        out = function(*map(_passed_on, leaves), **{k: _passed_on(v) for k, v in named.items()})
        weighted = isinstance(out, torch.Tensor) and (out.numel() == 1 or weights is not None)
        result: dict[str, Any] = {"value": out, "attached": weighted and bool(out.requires_grad)}
        module = target if of is None else of
        module_parameters = dict(module.named_parameters()) if parameters or of is not None else {}
        wanted = [*leaves, *named.values(), *module_parameters.values()]
        gradients = _gradients(out, weights, wanted) if result["attached"] else [None] * len(wanted)
        result["args"] = gradients[: len(leaves)]
        result["kwargs"] = dict(zip(named, gradients[len(leaves) :], strict=False))
        result["parameters"] = dict(
            zip(module_parameters, gradients[len(leaves) + len(named) :], strict=True)
        )
        return result

    def _function(
        self, target: Any, method: str | None, seed: int | None, ready_made: bool = False
    ) -> Callable[..., Any]:
        if seed is not None:
            # The processor's generator alone: torch.manual_seed takes a millisecond to ask for other devices.
            torch.default_generator.manual_seed(seed)
        function = self._found(target, method)

        def judged(*args: Any, **kwargs: Any) -> Any:
            with an_answer_is_judged(ready_made):
                return function(*args, **kwargs)

        return judged

    def _found(self, target: Any, method: str | None) -> Callable[..., Any]:
        found = self.get(target) if isinstance(target, str) else target
        function = getattr(found, method) if method else found
        if not callable(function):
            raise WireError(f"`{target if isinstance(target, str) else method}` is not a function")
        return function  # type: ignore[no-any-return]

    # ---- spies --------------------------------------------------------------------------------

    def spy_module(
        self,
        who: str,
        layers: list[list[Any]],
        flat_output: bool = False,
        table: torch.Tensor | None = None,
        fed_by: str | None = None,
    ) -> Any:
        """Make a network with given weights, see :class:`gan_course.exercises.student.spies.SpyModule`."""
        fed = None if fed_by is None else (fed_by, self._order)
        return SpyModule(who, layers, self._tape, flat_output, table, fed)

    def spy_classifier(self, who: str, layers: list[list[Any]], hidden: int) -> Any:
        """Make a classifier, see :class:`gan_course.exercises.student.classifier_spies.SpyClassifier`."""
        return SpyClassifier(who, layers, self._tape, hidden)

    def spy_class_loss(self, who: str, target: float, weight: float) -> Any:
        """Make a loss of logits and labels, see :class:`gan_course.exercises.student.classifier_spies.SpyClassLoss`."""
        return SpyClassLoss(who, self._tape, target, weight)

    def spy_feature_loss(self, who: str, weight: float, share: float, target: float) -> Any:
        """Make a loss of features, see :class:`gan_course.exercises.student.classifier_spies.SpyFeatureLoss`."""
        return SpyFeatureLoss(who, self._tape, weight, share, target)

    def spy_source(
        self,
        who: str,
        seed: int,
        dim: int,
        default_n: int = 1,
        shift: float = 0.0,
        skip: int = 0,
        period: int = 0,
    ) -> Any:
        """Make a source of noise or data, see :class:`gan_course.exercises.student.spies.SpySource`."""
        self._order.open(who, skip, period)
        return SpySource(who, self._tape, seed, dim, default_n, shift, self._order)

    def spy_batches(self, who: str, seed: int, shape: list[int], classes: int = 0) -> Any:
        """Make a source of batches, see :class:`gan_course.exercises.student.batch_source.SpyBatches`."""
        return SpyBatches(who, self._tape, seed, shape, classes)

    def spy_loss(self, who: str, terms: list[list[float]], paired: float = 0.0) -> Any:
        """Make a loss, see :class:`gan_course.exercises.student.spies.SpyLoss`."""
        return SpyLoss(who, self._tape, terms, paired)

    def spy_penalty(self, who: str, weight: float, share: float, target: float) -> Any:
        """Make a penalty, see :class:`gan_course.exercises.student.spies.SpyPenalty`."""
        return SpyPenalty(who, self._tape, weight, share, target)

    def spy_clip(self, who: str, bound: float) -> Any:
        """Make something to do to a network after its step, see :class:`gan_course.exercises.student.spies.SpyClip`."""
        return SpyClip(who, self._tape, bound)

    def spy_relabel(self, who: str, seed: int, classes: int) -> Any:
        """Make a function from labels to wrong ones, see :class:`gan_course.exercises.student.spies.SpyRelabel`."""
        return SpyRelabel(who, self._tape, seed, classes)

    def spy_attack(
        self, who: str, clean: torch.Tensor, y: torch.Tensor, outcomes: torch.Tensor, leaves: float
    ) -> Any:
        """Make an attack with known outcomes, see :class:`gan_course.exercises.student.attack_spies.SpyAttack`."""
        return SpyAttack(who, self._tape, clean, y, outcomes, leaves)

    def spy_project(
        self,
        who: str,
        low: float,
        high: float,
        x: torch.Tensor | None = None,
        start: torch.Tensor | None = None,
    ) -> Any:
        """Make a projection, see :class:`gan_course.exercises.student.attack_spies.SpyProject`."""
        return SpyProject(who, self._tape, low, high, x, start)

    def spy_call(self, who: str, returns: list[float]) -> Any:
        """Make a training step, see :class:`gan_course.exercises.student.spies.SpyCall`."""
        return SpyCall(who, self._tape, returns)

    def spy_run(
        self, who: str, full: dict[str, float], starts: list[float], costs: dict[str, list[float]]
    ) -> Any:
        """Make a run that takes no time, see :class:`gan_course.exercises.student.run_spy.SpyRun`."""
        return SpyRun(who, self._tape, full, starts, costs)

    def optimizer(self, name: str, module: nn.Module, options: dict[str, Any]) -> Any:
        """Make one of torch's own optimisers over a module's parameters, in so many ``groups`` of layers."""
        parameters, groups = list(module.parameters()), int(options.pop("groups", 1))
        size = -(-len(parameters) // groups)
        parts = [{"params": parameters[i : i + size]} for i in range(0, len(parameters), size)]
        return OPTIMIZERS[name](parts, **options)

    def network(self, layers: list[list[Any]], channels_last: bool = False) -> Any:
        """Make a network for pictures with given weights, see :func:`gan_course.exercises.student.layers.network`."""
        return pictures.network(layers, channels_last)

    def network_maker(self, layers: list[list[Any]]) -> Any:
        """Make a function that builds such a network afresh at each call."""
        return pictures.Maker(layers)

    def dry_run(self, module: nn.Module, x: torch.Tensor) -> dict[str, Any]:
        """Call a copy of a module on a device without numbers, see :func:`gan_course.exercises.student.layers.dry_run`."""
        return pictures.dry_run(module, x)

    def folder(self) -> str:
        """Make an empty folder for this probe."""
        return self._folders.make()

    def read_file(self, path: str) -> torch.Tensor | None:
        """Return a file's bytes, ``None`` where there is none."""
        return pictures.read_file(path)

    def write_file(self, path: str, content: torch.Tensor) -> None:
        """Write bytes to a file."""
        pictures.write_file(path, content)

    def take_tape(self) -> list[dict[str, Any]]:
        """Return what happened to the spies since the last call, in order."""
        return self._tape.take()

    # ---- modules ------------------------------------------------------------------------------

    def state(self, module: nn.Module) -> dict[str, torch.Tensor]:
        """Return a module's parameters and buffers by name."""
        return dict(module.state_dict())

    def load(self, module: nn.Module, state: dict[str, torch.Tensor]) -> None:
        """Replace a module's parameters and buffers."""
        module.load_state_dict(state)

    def parameters(self, module: nn.Module) -> list[dict[str, Any]]:
        """Describe each parameter: name, value, gradient or ``None``, whether it is trainable."""
        return [
            {"name": n, "value": p, "gradient": p.grad, "trainable": p.requires_grad}
            for n, p in module.named_parameters()
        ]

    def scramble(self, module: nn.Module, scale: float, seed: int) -> None:
        """Fill every parameter with normal numbers of the given scale."""
        _fill(list(module.parameters()), scale, seed, {})

    def scrambled_outputs(
        self, module: nn.Module, args: list[Any], scale: float, seeds: list[int]
    ) -> list[Any]:
        """Return the output for each of several fillings of the weights, and leave the module as it was."""
        kept = {name: value.clone() for name, value in module.state_dict().items()}
        outs = []
        for seed in seeds:
            _fill(list(module.parameters()), scale, seed, self._drawn)
            outs.append(module(*args))
        module.load_state_dict(kept)
        return outs

    def set_gradients(self, module: nn.Module, value: float) -> None:
        """Set the gradient of every parameter to a constant."""
        for parameter in module.parameters():
            parameter.grad = torch.full_like(parameter, value)

    def freeze(self, module: nn.Module, part: str) -> None:
        """Switch learning off for the parameters whose names begin so; they keep no gradient."""
        for name, parameter in module.named_parameters():
            if name.startswith(part):
                parameter.requires_grad_(False)
                parameter.grad = None

    def mode(self, module: nn.Module, training: bool | None = None) -> bool:
        """Return whether a module and all within it are in training mode, after switching it when asked to."""
        if training is not None:
            module.train(training)
        return all(part.training for part in module.modules())

    def evaluating(self, module: nn.Module) -> bool:
        """Return whether a module and all within it are in evaluation mode."""
        return not any(part.training for part in module.modules())

    def random_seed(self, new: int | None = None, draws: int = 0) -> int:
        """Return the seed torch was last given, after giving it a new one when asked to.

        Args:
            new: the seed to give.
            draws: how many numbers to draw after it: a stream that stands at its beginning cannot be
                told from one that was rewound.
        """
        if new is not None:
            torch.manual_seed(new)
        torch.rand(draws)
        return torch.initial_seed()

    def random_state(self) -> torch.Tensor:
        """Return the state of torch's global generator: any draw from it, and any seed, changes it."""
        return torch.get_rng_state()

    def processor_seconds(self) -> float:
        """Return how long this process has computed so far."""
        return time.process_time()

    def draw_numbers(self) -> list[float]:
        """Draw one number from each of the global random streams: torch's, NumPy's and Python's."""
        return [float(torch.rand(())), float(np.random.random()), random.random()]

    def forget(self) -> None:
        """Drop every kept object, the tape and the folders: the next probe starts clean.

        What an answer switched in torch is switched back: it costs its own exercise's points and no others.
        """
        torch.set_grad_enabled(True)
        torch.set_default_dtype(torch.float32)
        self._objects.forget_all()
        self._tape.take()
        self._order = NoiseOrder()
        self._folders.clear()
        self._drawn.clear()


def _fill(parameters: list[nn.Parameter], scale: float, seed: int, drawn: Drawn) -> None:
    """Fill parameters with normal numbers of the given scale; what is drawn is kept for another scale."""
    shapes = seed, tuple(parameter.shape for parameter in parameters)
    if shapes not in drawn:
        generator = torch.Generator().manual_seed(seed)
        drawn[shapes] = [torch.randn(shape, generator=generator) for shape in shapes[1]]
    with torch.no_grad():
        for parameter, numbers in zip(parameters, drawn[shapes], strict=True):
            parameter.copy_(numbers * scale)


def _kept(value: Any) -> Any:
    """Copy a returned tensor: the second call may write into the first one's."""
    return value.detach().clone() if isinstance(value, torch.Tensor) else value


def _alike(one: Any, other: Any) -> bool:
    """Whether a tensor is as it was; all else is taken to be."""
    if not isinstance(one, torch.Tensor):
        return True
    return one.shape == other.shape and torch.equal(one, other)


def _leaf(value: Any) -> Any:
    if isinstance(value, torch.Tensor) and value.is_floating_point():
        return value.detach().clone().requires_grad_(True)
    return value


def _passed_on(value: Any) -> Any:
    return value.clone() if isinstance(value, torch.Tensor) else value


def _gradients(
    out: torch.Tensor, weights: torch.Tensor | None, wanted: list[Any]
) -> list[torch.Tensor | None]:
    """Differentiate Σ weights · out in each wanted tensor; ``None`` where there is no path."""
    scalar = out.sum() if weights is None else (out * weights.reshape(out.shape)).sum()
    tensors = [w for w in wanted if isinstance(w, torch.Tensor) and w.requires_grad]
    found = iter(torch.autograd.grad(scalar, tensors, allow_unused=True))
    return [next(found) if isinstance(w, torch.Tensor) and w.requires_grad else None for w in wanted]
