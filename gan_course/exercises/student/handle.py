"""The one handle through which experiments reach student code.

An experiment calls functions, builds modules, hands in spies and reads values, gradients and state back.
It never sees the student's objects: what crosses is plain data, so the same probe runs inside the
student's kernel (:class:`DirectChannel`) and across a process boundary (the engine's channel).

Shapes: N rows of a batch, everything on the CPU.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import torch

from gan_course.exercises.student.foresight import Foreseen, parted
from gan_course.exercises.student.wire import Arrived, Block, Decoder, Encoder, NumpyValue, Ref, WireError
from gan_course.exercises.student.worker import Worker

__all__ = [
    "Answer",
    "Channel",
    "DirectChannel",
    "NumpyValue",
    "Parameter",
    "Ref",
    "Slopes",
    "Student",
    "StudentFault",
    "Twice",
]


class StudentFault(Exception):
    """Student code raised, was stopped, or sent something that cannot be read.

    Attributes:
        kind: "raised", "undefined" (no such name), "wire" (malformed), "timeout", "memory" or "died".
        type_name: class of the student's exception, or "".
        message: its text.
        line: line number in the student's own cell, or ``None``.
        source: that line.
        given: what the function that raised was called with, in words.
    """

    def __init__(
        self,
        kind: str,
        message: str,
        type_name: str = "",
        line: int | None = None,
        source: str = "",
        given: str = "",
    ) -> None:
        super().__init__(message)
        self.kind, self.message, self.type_name = kind, message, type_name
        self.line, self.source, self.given = line, source, given


class Channel(Protocol):
    """Carries one message, a tree and its block of tensors, to a worker and its answer back."""

    def ask(self, tree: Any, block: Block) -> tuple[Any, Block]:
        """Return the worker's answer.

        Raises:
            StudentFault: if the student process is late, dead or over a limit.
            WireError: if what came back is no answer.
        """
        ...


class DirectChannel:
    """A worker in this process: the in-kernel mode, references and rivals, the self-check.

    Nothing is turned into bytes on the way; both sides copy what they send. Each side keeps its own
    settings of torch, as it would in a process of its own: an answer that leaves gradients switched off
    must not blind the grader.
    """

    def __init__(self, namespace: dict[str, Any]) -> None:
        self._worker = Worker(namespace)
        self._gradients, self._dtype = True, torch.get_default_dtype()

    def ask(self, tree: Any, block: Block) -> tuple[Any, Block]:
        """Return the worker's answer."""
        ours = torch.is_grad_enabled(), torch.get_default_dtype()
        torch.set_grad_enabled(self._gradients)
        torch.set_default_dtype(self._dtype)
        try:
            return self._worker.answer(tree, block)
        finally:
            self._gradients, self._dtype = torch.is_grad_enabled(), torch.get_default_dtype()
            torch.set_grad_enabled(ours[0])
            torch.set_default_dtype(ours[1])


@dataclass(frozen=True)
class Answer:
    """What a call returned.

    Attributes:
        value: plain data; tensors are detached; objects that stayed behind are :class:`Ref`.
        attached: whether the value is a tensor through which a gradient could flow.
    """

    value: Any
    attached: bool


@dataclass(frozen=True)
class Slopes:
    """What a call returned, with the gradients of its (weighted) output.

    Attributes:
        value: as in :class:`Answer`.
        attached: whether a gradient could be taken at all.
        args: gradient for each positional argument, ``None`` where no path leads there.
        kwargs: the same for keyword arguments.
        parameters: the same for the called module's parameters.
    """

    value: Any
    attached: bool
    args: list[torch.Tensor | None]
    kwargs: dict[str, torch.Tensor | None]
    parameters: dict[str, torch.Tensor | None]


@dataclass(frozen=True)
class Twice:
    """What two calls with the very same arguments gave, and what became of these.

    Attributes:
        first: what the first call returned.
        second: what the second call returned.
        after: the arguments as they were left.
        touched: for each argument whether it now asks for a gradient, or holds one.
    """

    first: Any
    second: Any
    after: list[Any]
    touched: list[bool]


@dataclass(frozen=True)
class Parameter:
    """One parameter of a module in the student process."""

    name: str
    value: torch.Tensor
    gradient: torch.Tensor | None
    trainable: bool


def request(channel: Channel, op: str, **arguments: Any) -> Any:
    """Ask for one operation of the worker and decode what comes back; tensors come as ``Arrived``.

    Raises:
        StudentFault: if student code raises or cannot answer.
    """
    encoder = Encoder(_never_keep)
    tree = {"op": op, "arguments": encoder.value(arguments)}
    try:
        reply, block = channel.ask(tree, encoder.block)
        if "error" in reply:
            raise fault_of(reply["error"])
        return Decoder(block, lambda ref: ref, mark_tensors=True).value(reply["ok"])
    except StudentFault:
        raise
    except (WireError, TypeError, KeyError, RecursionError) as error:
        raise StudentFault("wire", f"the answer could not be read: {error}") from error


class Student:
    """Calls student code and reads back plain data.

    Every method raises :class:`StudentFault` when the student's code raises or cannot answer.
    """

    def __init__(self, channel: Channel) -> None:
        self._channel = channel

    def _ask(self, op: str, **arguments: Any) -> Any:
        return request(self._channel, op, **arguments)

    def foresee(self, kind: str, exercise: str, settings: Mapping[str, Any], seed: int) -> Student:
        """Let the student process play a whole experiment afresh, and return a handle on what it answered.

        What was kept for the play before is forgotten.

        Args:
            kind: of experiment, see :mod:`gan_course.exercises.experiment`.
            exercise: the exercise's id.
            settings: of the experiment.
            seed: of its inputs.

        Returns:
            This handle itself where no message has to cross, else one that has the answers already.
        """
        if isinstance(self._channel, DirectChannel):
            self.forget()
            return self
        encoder = Encoder(_never_keep)
        arguments = {"kind": kind, "exercise": exercise, "settings": dict(settings), "seed": seed}
        tree = {"op": "foresee", "arguments": encoder.value(arguments)}
        reply, block = self._channel.ask(tree, encoder.block)
        if "error" in reply:
            raise fault_of(reply["error"])
        try:
            return Student(Foreseen(self._channel.ask, parted(reply, block)))
        except WireError as error:
            raise StudentFault("wire", f"the answer could not be read: {error}") from error

    # ---- student code -------------------------------------------------------------------------

    def has(self, name: str) -> bool:
        """Tell whether the student defined a name."""
        return bool(self._ask("has", name=name))

    def get(self, name: str) -> Answer:
        """Read a variable."""
        return _answer(self._ask("get", name=name))

    def call(
        self,
        target: str | Ref,
        *args: Any,
        method: str | None = None,
        seed: int | None = None,
        ready_made: bool = False,
        **kwargs: Any,
    ) -> Answer:
        """Call a function by name, or a kept object.

        Args:
            target: name of the function, or a reference to a module or callable.
            args: plain data, tensors, references.
            method: call this method of ``target`` instead.
            seed: seeds torch in the student process before the call.
            ready_made: whether the exercise's text allows what the library has ready.
            kwargs: keyword arguments.
        """
        # Left out where it is not, so that what a worker was asked for before stays the same message.
        more = {"ready_made": True} if ready_made else {}
        got = self._ask(
            "call", target=target, args=list(args), kwargs=kwargs, method=method, seed=seed, **more
        )
        return _answer(got)

    def twice(self, target: str | Ref, *args: Any, seed: int | None = None) -> Twice:
        """Call a function twice with the very same arguments, and read what became of them.

        Args:
            target: name of the function, or a reference to a module or callable.
            args: plain data, tensors, references.
            seed: seeds torch in the student process before each call.
        """
        found = _plain(self._ask("twice", target=target, args=list(args), seed=seed))
        if not isinstance(found, dict) or set(found) != {"values", "after", "touched"}:
            raise StudentFault("wire", "the answer has not the form that was asked for")
        values, after, touched = (list(found[k]) for k in ("values", "after", "touched"))
        if len(values) != 2 or len(after) != len(args) or len(touched) != len(args):
            raise StudentFault("wire", "the arguments cannot be read back")
        return Twice(values[0], values[1], after, [bool(t) for t in touched])

    def slopes(
        self,
        target: str | Ref,
        *args: Any,
        weights: torch.Tensor | None = None,
        parameters: bool = False,
        seed: int | None = None,
        of: Ref | None = None,
        only: Sequence[int] | None = None,
        **kwargs: Any,
    ) -> Slopes:
        """Call a function and differentiate its output in every floating-point tensor given.

        Args:
            target: name of the function, or a reference to a module.
            args: plain data, tensors, references.
            weights: differentiate Σ weights · output; ``None`` for scalar outputs.
            parameters: also differentiate in the module's parameters.
            seed: seeds torch in the student process before the call.
            of: also differentiate in the parameters of this module, whatever ``target`` is.
            only: positions of the arguments to differentiate in; the others come as plain tensors, so that
                code may do with them what autograd does not know.
            kwargs: keyword arguments.
        """
        got = self._ask(
            "slopes",
            target=target,
            args=list(args),
            kwargs=kwargs,
            weights=weights,
            parameters=parameters,
            seed=seed,
            of=of,
            only=None if only is None else list(only),
        )
        plain = _plain(got)
        if not isinstance(plain, dict) or set(plain) != {"value", "attached", "args", "kwargs", "parameters"}:
            raise StudentFault("wire", "the answer has not the form that was asked for")
        return Slopes(**plain)

    # ---- spies --------------------------------------------------------------------------------

    def spy_module(
        self,
        who: str,
        layers: Sequence[Sequence[Any]],
        flat_output: bool = False,
        table: torch.Tensor | None = None,
        fed_by: str | None = None,
    ) -> Ref:
        """Make a network with given weights in the student process; calls go on the tape.

        Args:
            who: its name on the tape.
            layers: ``("linear", weight, bias)`` or ``("tanh",)``, in order.
            flat_output: return (N,) instead of (N, 1).
            table: makes it conditional: labels, its second argument, pick rows of this table, which stand
                beside the input as further columns.
            fed_by: name of a source of noise; its rows count in the order in which this network is shown
                them, so that it makes no difference which of them an answer draws and does not use.
        """
        plain_layers = [list(layer) for layer in layers]
        made = self._ask(
            "spy_module", who=who, layers=plain_layers, flat_output=flat_output, table=table, fed_by=fed_by
        )
        return self._ref(made, "module")

    def spy_classifier(self, who: str, layers: Sequence[Sequence[Any]], hidden: int) -> Ref:
        """Make a network with given weights whose first ``hidden`` layers make its ``features``."""
        made = self._ask("spy_classifier", who=who, layers=[list(layer) for layer in layers], hidden=hidden)
        return self._ref(made, "module")

    def spy_class_loss(self, who: str, target: float, weight: float) -> Ref:
        """Make a loss weight · mean((logit of the label − target)²) of logits and labels."""
        return self._ref(self._ask("spy_class_loss", who=who, target=target, weight=weight), "callable")

    def spy_feature_loss(self, who: str, weight: float, share: float, target: float) -> Ref:
        """Make a loss weight · ‖mean(fake) − share · mean(real) − target‖² of two batches of features."""
        made = self._ask("spy_feature_loss", who=who, weight=weight, share=share, target=target)
        return self._ref(made, "callable")

    def spy_source(
        self,
        who: str,
        seed: int,
        dim: int,
        default_n: int = 1,
        shift: float = 0.0,
        skip: int = 0,
        period: int = 0,
    ) -> Ref:
        """Make a source of (n, dim) batches, standard normal plus ``shift``.

        Args:
            who: its name on the tape.
            seed: of its rows.
            dim: numbers in a row.
            default_n: rows when called without a number.
            shift: added to every number.
            skip: for a network fed by it: so many of the rows shown first do not count.
            period: for a network fed by it: after so many rows the count begins again; 0 for never.
        """
        options: dict[str, Any] = {"default_n": default_n, "shift": shift, "skip": skip, "period": period}
        made = self._ask("spy_source", who=who, seed=seed, dim=dim, **options)
        return self._ref(made, "callable")

    def spy_batches(self, who: str, seed: int, shape: Sequence[int], classes: int = 0) -> Ref:
        """Make a source that hands out a new batch of this shape at each call, with labels where there are classes."""
        made = self._ask("spy_batches", who=who, seed=seed, shape=list(shape), classes=classes)
        return self._ref(made, "callable")

    def spy_loss(self, who: str, terms: Sequence[Sequence[float]], paired: float = 0.0) -> Ref:
        """Make a loss Σ weight · mean((logits − target)²), one (target, weight) per argument.

        A third number, ``together``, adds that much of (mean(logits) − target)²: no coordinate is by itself.
        ``paired`` times the product of the means is added: no batch is by itself.
        """
        # Left out where it is 0, so that what a worker was asked for before stays the same message.
        more = {"paired": paired} if paired else {}
        made = self._ask("spy_loss", who=who, terms=[list(t) for t in terms], **more)
        return self._ref(made, "callable")

    def spy_penalty(self, who: str, weight: float, share: float, target: float) -> Ref:
        """Make a penalty weight · mean((D(share·real + (1 − share)·fake) − target)²)."""
        made = self._ask("spy_penalty", who=who, weight=weight, share=share, target=target)
        return self._ref(made, "callable")

    def spy_clip(self, who: str, bound: float) -> Ref:
        """Make a callable that writes down a module's weights and clips them to ±bound."""
        return self._ref(self._ask("spy_clip", who=who, bound=bound), "callable")

    def spy_relabel(self, who: str, seed: int, classes: int) -> Ref:
        """Make a function from labels to wrong ones, none of them right."""
        return self._ref(self._ask("spy_relabel", who=who, seed=seed, classes=classes), "callable")

    def spy_attack(
        self, who: str, clean: torch.Tensor, y: torch.Tensor, outcomes: torch.Tensor, leaves: float = 0.0
    ) -> Ref:
        """Make an attack that turns each clean example into its outcome, (R, N, ...), one a visit.

        It adds ``leaves`` to every gradient of the model, as ``backward()`` inside an attack would.
        """
        made = self._ask("spy_attack", who=who, clean=clean, y=y, outcomes=outcomes, leaves=leaves)
        return self._ref(made, "callable")

    def spy_project(
        self,
        who: str,
        low: float = 0.0,
        high: float = 1.0,
        x: torch.Tensor | None = None,
        start: torch.Tensor | None = None,
    ) -> Ref:
        """Make a projection into the box around x and into low..high.

        With pictures and a start for each, the first candidate for a picture comes back as its start.
        """
        return self._ref(self._ask("spy_project", who=who, low=low, high=high, x=x, start=start), "callable")

    def spy_call(self, who: str, returns: Sequence[float]) -> Ref:
        """Make a callable that returns the given numbers in turn."""
        return self._ref(self._ask("spy_call", who=who, returns=list(returns)), "callable")

    def spy_run(
        self,
        who: str,
        full: Mapping[str, float],
        starts: Sequence[float],
        costs: Mapping[str, Sequence[float]],
    ) -> Ref:
        """Make a run whose result depends on settings and seed, see :class:`.run_spy.SpyRun`."""
        table = {name: list(cost) for name, cost in costs.items()}
        made = self._ask("spy_run", who=who, full=dict(full), starts=list(starts), costs=table)
        return self._ref(made, "callable")

    def network(self, layers: Sequence[Sequence[Any]], channels_last: bool = False) -> Ref:
        """Make a network for pictures with given weights, see :func:`gan_course.exercises.student.layers.network`."""
        plain = [list(layer) for layer in layers]
        return self._ref(self._ask("network", layers=plain, channels_last=channels_last), "module")

    def network_maker(self, layers: Sequence[Sequence[Any]]) -> Ref:
        """Make a function that builds such a network afresh at each call."""
        return self._ref(self._ask("network_maker", layers=[list(layer) for layer in layers]), "callable")

    def dry_run(self, module: Ref, x: torch.Tensor) -> dict[str, Any]:
        """Call a copy of a module on a device without numbers; returns the output's device and shape."""
        found = _plain(self._ask("dry_run", module=module, x=x))
        if not isinstance(found, dict):
            raise StudentFault("wire", "the answer has not the form that was asked for")
        return found

    def folder(self) -> str:
        """Make an empty folder in the student process and return its path."""
        return str(self._ask("folder"))

    def read_file(self, path: str) -> bytes | None:
        """Read a file of the student process; ``None`` where there is none."""
        found = _plain(self._ask("read_file", path=path))
        return bytes(found.tolist()) if isinstance(found, torch.Tensor) else None

    def write_file(self, path: str, content: bytes) -> None:
        """Write a file in the student process."""
        self._ask("write_file", path=path, content=torch.frombuffer(bytearray(content), dtype=torch.uint8))

    def optimizer(self, name: str, module: Ref, **options: float) -> Ref:
        """Make torch's "sgd" or "adam" over a module's parameters; ``groups`` makes several groups of them."""
        made = self._ask("optimizer", name=name, module=module, options=options)
        return self._ref(made, "optimizer")

    def tape(self) -> list[dict[str, Any]]:
        """Return, and clear, what happened to the spies, in order."""
        events = _plain(self._ask("take_tape"))
        if not isinstance(events, list) or not all(isinstance(e, dict) and "who" in e for e in events):
            raise StudentFault("wire", "the record of calls cannot be read")
        return events

    # ---- modules ------------------------------------------------------------------------------

    def state(self, module: Ref) -> dict[str, torch.Tensor]:
        """Read a module's parameters and buffers."""
        state = _plain(self._ask("state", module=module))
        if not isinstance(state, dict) or not all(isinstance(v, torch.Tensor) for v in state.values()):
            raise StudentFault("wire", "the module's state cannot be read")
        return state

    def load(self, module: Ref, state: dict[str, torch.Tensor]) -> None:
        """Replace a module's parameters and buffers."""
        self._ask("load", module=module, state=state)

    def parameters(self, module: Ref) -> list[Parameter]:
        """Read a module's parameters with their gradients."""
        try:
            return [Parameter(**p) for p in _plain(self._ask("parameters", module=module))]
        except TypeError as error:
            raise StudentFault("wire", "the module's parameters cannot be read") from error

    def scramble(self, module: Ref, scale: float, seed: int) -> None:
        """Fill every parameter of a module with normal numbers of the given scale."""
        self._ask("scramble", module=module, scale=scale, seed=seed)

    def scrambled_outputs(
        self, module: Ref, args: Sequence[Any], scale: float, seeds: Sequence[int]
    ) -> list[Any]:
        """Call a module under several fillings of its weights; it is left as it was."""
        outs = _plain(
            self._ask("scrambled_outputs", module=module, args=list(args), scale=scale, seeds=list(seeds))
        )
        if not isinstance(outs, list) or len(outs) != len(seeds):
            raise StudentFault("wire", "the outputs cannot be read")
        return outs

    def set_gradients(self, module: Ref, value: float) -> None:
        """Set the gradient of every parameter of a module to a constant."""
        self._ask("set_gradients", module=module, value=value)

    def freeze(self, module: Ref, part: str) -> None:
        """Switch learning off for the parameters of a module whose names begin so."""
        self._ask("freeze", module=module, part=part)

    def is_training(self, module: Ref, switch_to: bool | None = None) -> bool:
        """Read whether a module and all within it are in training mode, after switching it when asked to."""
        return bool(self._ask("mode", module=module, training=switch_to))

    def is_evaluating(self, module: Ref) -> bool:
        """Read whether a module and all within it are in evaluation mode."""
        return bool(self._ask("evaluating", module=module))

    def random_seed(self, new: int | None = None, draws: int = 0) -> int:
        """Read the seed torch was last given in the student process, after setting it, and drawing, when asked to."""
        seed = self._ask("random_seed", new=new, draws=draws)
        return seed if isinstance(seed, int) else -1

    def random_state(self) -> torch.Tensor:
        """Return the state of torch's global generator in the student process."""
        state = _plain(self._ask("random_state"))
        return state if isinstance(state, torch.Tensor) else torch.empty(0)

    def processor_seconds(self) -> float:
        """Return how long the student process has computed so far, all of its threads together."""
        seconds = self._ask("processor_seconds")
        return float(seconds) if isinstance(seconds, float) else math.inf

    def draw_numbers(self) -> list[float]:
        """Draw one number from each global random stream of the student process (torch, NumPy, Python).

        A stream that was set back, or seeded, gives a number it gave before.
        """
        drawn = _plain(self._ask("draw_numbers"))
        if not isinstance(drawn, list) or not all(isinstance(d, float) for d in drawn):
            raise StudentFault("wire", "the random numbers cannot be read")
        return drawn

    def forget(self) -> None:
        """Drop every object kept for this probe."""
        self._ask("forget")

    @staticmethod
    def _ref(value: Any, kind: str) -> Ref:
        if not isinstance(value, Ref) or value.kind != kind:
            raise StudentFault("wire", f"no {kind} could be made in the student process")
        return value


def _never_keep(value: Any) -> Ref:
    raise TypeError(f"{type(value).__name__} cannot cross to the student: send numbers, text or tensors")


def fault_of(error: Any) -> StudentFault:
    """Turn an error that was described in plain data back into one."""
    if not isinstance(error, dict):
        return StudentFault("wire", "the answer could not be read")
    line = error.get("line")
    return StudentFault(
        kind=str(error.get("kind", "wire")),
        message=str(error.get("message", "")),
        type_name=str(error.get("type", "")),
        line=line if isinstance(line, int) else None,
        source=str(error.get("source", "")),
        given=str(error.get("given", ""))[:300],
    )


def _answer(value: Any) -> Answer:
    return Answer(_plain(value), isinstance(value, Arrived) and value.attached)


def _plain(value: Any) -> Any:
    """Replace arrived tensors by the tensors themselves, all the way down."""
    if isinstance(value, Arrived):
        return value.tensor
    if isinstance(value, list | tuple):
        return type(value)(_plain(v) for v in value)
    if isinstance(value, dict):
        return {k: _plain(v) for k, v in value.items()}
    return value
