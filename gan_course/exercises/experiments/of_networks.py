"""A function of networks and tensors: what it returns, what the networks learn from it, what it leaves behind.

Penalties on slopes, losses of a network that is trained, steps that ask a network where to go: all of them
take networks with weights nobody can guess, and tensors drawn as :mod:`gan_course.exercises.drawn` says.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import torch

from gan_course.exercises.compare import DEFAULT, Tolerance, same
from gan_course.exercises.drawn import Sizes, draw_arguments, draw_sizes
from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Findings
from gan_course.exercises.inputs import Inputs
from gan_course.exercises.oracle import Observation, Play
from gan_course.exercises.step_misconceptions import LEFT_FROZEN, LEFT_IN_EVAL
from gan_course.exercises.student.handle import Ref, Student, StudentFault
from gan_course.exercises.values import (
    BECOMES_NUMBER,
    MODIFIES_INPUTS,
    insist_tensor,
    judge_inputs_kept,
)

VERSION = 1
NOTHING_LEARNED = Misconception(
    "nothing_learned",
    "The value is right, but what the network's weights learn from it is not.",
    "The value must carry its graph: detach(), torch.no_grad() and a derivative without create_graph=True cut it.",
    share=0.75,
)
LEAVES_GRADIENTS = Misconception(
    "leaves_gradients",
    "Your function changes the gradients that lie in a network, or its weights.",
    "backward() adds to .grad, and the next step will use it. torch.autograd.grad returns slopes and leaves "
    "nothing behind.",
    share=0.5,
)
MISCONCEPTIONS = (
    BECOMES_NUMBER,
    NOTHING_LEARNED,
    LEAVES_GRADIENTS,
    LEFT_FROZEN,
    LEFT_IN_EVAL,
    MODIFIES_INPUTS,
)
Case = Mapping[str, Any]


def play(
    student: Student,
    inputs: Inputs,
    findings: Findings,
    exercise: str,
    *,
    parts: Sequence[Mapping[str, Any]],
    learns: int | Sequence[int] | None = None,
) -> None:
    """Play it part by part.

    Args:
        student: the handle on the answer.
        inputs: for networks and tensors.
        findings: where to note.
        exercise: name of the function.
        parts: what is compared, in order. A part has a ``criterion`` and ``cases``, and may have ``otherwise``,
            ``named`` and ``goes_on``, see :meth:`Findings.compare`, and a ``tolerance``, the relative and the
            absolute one. A case has ``on``, which tells students what is given, ``given``, the arguments, and
            ``sizes``; an argument is one of :mod:`gan_course.exercises.drawn`, ``{"between": [0.3, 3.0]}``, a
            number, or a network, see :func:`_network`.
        learns: position of the network that is trained on the value, or of several, if any.
    """
    first = parts[0]["cases"]
    try:
        value = student.call(exercise, *_arguments(student, inputs.again(), first[-1])).value
        insist_tensor(findings, value, "returns a tensor", number_loses_gradient=learns is not None)
        findings.passed("returns a tensor")
    except StudentFault as fault:
        # Whatever else was raised, the first comparison meets it again, and may know the mistake.
        if fault.kind != "raised" or fault.type_name == "NotImplementedError":
            raise
    for part in parts:
        options = {key: part[key] for key in ("otherwise", "named", "goes_on") if key in part}
        tolerance = Tolerance(*part["tolerance"]) if "tolerance" in part else DEFAULT
        values = _values(exercise, part["cases"])
        findings.compare(student, inputs, part["criterion"], values, tolerance=tolerance, **options)
    trained = [learns] if isinstance(learns, int) else list(learns or ())
    for place in trained:
        which = "the network" if len(trained) == 1 else f"network {place + 1}"
        criterion, weights = f"what {which} learns from it", _weights(exercise, first, place)
        findings.compare(student, inputs, criterion, weights, otherwise=NOTHING_LEARNED.id, named=False)
    _judge_left(student, inputs.again(), findings, exercise, first[-1])


def _values(exercise: str, cases: Sequence[Case]) -> Play:
    def play(student: Student, inputs: Inputs) -> Observation:
        seen: dict[str, Any] = {}
        for case in cases:
            value = student.call(exercise, *_arguments(student, inputs, case)).value
            one = isinstance(value, torch.Tensor) and value.numel() == 1 and not case.get("rows")
            seen[f"value for {case['on']}"] = value.reshape(()) if one else value
        return seen

    return play


def _weights(exercise: str, cases: Sequence[Case], learns: int) -> Play:
    """Slopes in the weights of the network that is trained: of all of them, or where public of the biases."""

    def play(student: Student, inputs: Inputs) -> Observation:
        seen: dict[str, Any] = {}
        for case in cases:
            given = _arguments(student, inputs, case)
            slopes = student.slopes(exercise, *given, of=given[learns], only=[])
            for name, gradient in slopes.parameters.items():
                if not inputs.public or "bias" in name or name.startswith("net.0"):
                    # No path and a slope of 0 are the same to an optimiser.
                    nothing = gradient is None or not bool(gradient.any())
                    seen[f"slope in {name}, for {case['on']}"] = "none" if nothing else gradient
        return seen

    return play


def _arguments(student: Student, inputs: Inputs, case: Case) -> list[Any]:
    sizes = draw_sizes(case.get("sizes", {}), inputs)
    made: list[Any] = []
    for given in case["given"]:
        if isinstance(given, Mapping) and "network" in given:
            made.append(_network(student, inputs, given, sizes))
        elif isinstance(given, Mapping) and "between" in given:
            made.append(inputs.number(*given["between"]))
        else:
            made += draw_arguments([given], inputs, sizes)
    return made


def _network(student: Student, inputs: Inputs, spec: Mapping[str, Any], sizes: Sizes) -> Ref:
    """Make ``{"network": "D", "in": "d", "out": 1}``, with a hidden layer, or one without: a plane.

    ``in`` and ``out`` are numbers, named sizes or lists of these, which are added; ``weights`` and ``bias``
    make a plane; ``flat`` returns (N,) in place of (N, 1); ``pictures`` takes rows of any shape; ``curve`` is
    the activation ("tanh").
    """
    before = [("flatten",)] if spec.get("pictures") else []
    if "weights" in spec:
        weights = torch.tensor(spec["weights"]).float()
        bias = torch.tensor(spec.get("bias", [0.0] * len(weights))).float()
        layers: list[Any] = [("linear", weights, bias)]
    else:
        wide, out = (_size(spec[key], sizes) for key in ("in", "out"))
        hidden = 3 if inputs.public else inputs.integer(3, 6)
        layers = [
            ("linear", inputs.normal(hidden, wide), inputs.normal(hidden)),
            (spec.get("curve", "tanh"),),
            ("linear", inputs.normal(out, hidden), inputs.normal(out)),
        ]
    return student.spy_module(spec["network"], [*before, *layers], flat_output=bool(spec.get("flat")))


def _size(size: Any, sizes: Sizes) -> int:
    if isinstance(size, list | tuple):
        return sum(_size(one, sizes) for one in size)
    return sizes[size] if isinstance(size, str) else int(size)


def _judge_left(student: Student, inputs: Inputs, findings: Findings, exercise: str, case: Case) -> None:
    """Require that networks, tensors and a second call are as before."""
    given = _arguments(student, inputs, case)
    networks = [a for a in given if isinstance(a, Ref)]
    for network in networks:
        student.set_gradients(network, 7.0)
    before = [_weights_and_gradients(student, n) for n in networks]
    judge_inputs_kept(student, findings, exercise, *given, compare=True)
    after = [_weights_and_gradients(student, n) for n in networks]
    findings.require(same(before, after), "leaves weights and gradients alone", LEAVES_GRADIENTS.id)
    trainable = all(p.trainable for n in networks for p in student.parameters(n))
    findings.require(trainable, "leaves the networks trainable", LEFT_FROZEN.id)
    training = all(student.is_training(n) for n in networks)
    findings.require(training, "leaves the networks in training mode", LEFT_IN_EVAL.id)


def _weights_and_gradients(student: Student, network: Ref) -> list[Any]:
    return [[p.value, p.gradient] for p in student.parameters(network)]
