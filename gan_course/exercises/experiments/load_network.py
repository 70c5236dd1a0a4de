"""A network is built and filled with the numbers of a file: it answers as the one that was saved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import torch
from safetensors.torch import save as to_bytes

from gan_course.exercises.difference import type_text
from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Findings
from gan_course.exercises.inputs import Inputs
from gan_course.exercises.kept_files import AVERAGES, COUNTER, LATENT, State, equal, layers, used_once
from gan_course.exercises.student.handle import Ref, Student

VERSION = 1
NOT_A_MODULE = Misconception(
    "not_a_module",
    "What came back is not a network.",
    "load_state_dict changes the network in place and returns a report of missing names: return the network.",
)
NOT_MADE = Misconception(
    "make_ignored",
    "Your function does not build the network with make().",
    "The file holds numbers, not layers. make() is called without arguments and returns a fresh network.",
)
NOT_LOADED = Misconception(
    "not_loaded",
    "The network that came back does not hold the numbers of the file.",
    "Build a network with make(), then let load_state_dict put the file's numbers into it.",
)
NOT_EVAL = Misconception(
    "left_in_training_mode",
    "The network came back in training mode.",
    "For a network that is used and no longer trained, batch norm must take its stored averages: eval().",
    share=0.5,
)
NOT_THE_FILE = Misconception(
    "path_ignored",
    "Your function does not read the file it was given.",
    "The path is the first argument, and each call may bring another one.",
)
NOT_FRESH = Misconception(
    "not_fresh",
    "A second call with the same path gives back the network of the first call.",
    "make() builds a fresh network; each call fills one of its own.",
    share=0.5,
)
MISCONCEPTIONS = (NOT_A_MODULE, NOT_MADE, NOT_LOADED, NOT_EVAL, NOT_THE_FILE, NOT_FRESH)
NUMBERS = "holds the numbers of the file"
NO_PARAMETERS = (*AVERAGES, COUNTER)


@dataclass(frozen=True)
class _File:
    """A file that was written, what it holds, and a function that builds a network of the same kind."""

    path: str
    state: State
    make: Ref


def play(student: Student, inputs: Inputs, findings: Findings, exercise: str) -> None:
    """Load two files, and the first again after the network it gave has been filled with other numbers."""
    folder = student.folder()
    names = (f"kept{inputs.integer(10, 99)}.safetensors", "other.bin")
    one, other = (_written(student, inputs, f"{folder}/{name}") for name in names)
    first = _loaded(student, findings, exercise, one)
    _judge_numbers(findings, student.state(first), one.state)
    second = _loaded(student, findings, exercise, other)
    _judge_numbers(findings, student.state(second), other.state, one.state)
    _judge_mode(student, findings, second, inputs)
    student.scramble(first, 1.0, inputs.integer(1, 1000))
    again = student.state(_loaded(student, findings, exercise, one))
    findings.require(equal(again, one.state), "each call fills a network of its own", "not_fresh")


def _written(student: Student, inputs: Inputs, path: str) -> _File:
    build = layers(inputs)
    original = student.network(build)
    used_once(student, original, inputs)
    state = student.state(original)
    student.write_file(path, to_bytes({k: v.contiguous() for k, v in state.items()}))
    # Same sizes, other numbers: what make() builds has never been trained.
    fresh = [(kind, *map(_other, numbers)) for kind, *numbers in build]
    return _File(path, state, student.network_maker(fresh))


def _other(x: Any) -> Any:
    return x * 0.5 + 0.25 if isinstance(x, torch.Tensor) else x


def _loaded(student: Student, findings: Findings, exercise: str, file: _File) -> Ref:
    value = student.call(exercise, file.path, file.make).value
    is_module = isinstance(value, Ref) and value.kind == "module"
    findings.insist(is_module, "returns a network", "not_a_module", f"returned {type_text(value)}")
    assert isinstance(value, Ref)
    return value


def _judge_numbers(findings: Findings, found: State, wanted: State, earlier: State | None = None) -> None:
    findings.insist(found.keys() == wanted.keys(), NUMBERS, "make_ignored")
    if equal(found, wanted):
        findings.passed(NUMBERS)
        return
    findings.insist(earlier is None or not equal(found, earlier), NUMBERS, "path_ignored")
    parameters = all(torch.equal(found[k], v) for k, v in wanted.items() if not k.endswith(NO_PARAMETERS))
    # The weights are there and the averages are not: something ran through the network, or strict was off.
    findings.insist(False, NUMBERS, "not_loaded", "the averages of batch norm differ" if parameters else "")


def _judge_mode(student: Student, findings: Findings, module: Ref, inputs: Inputs) -> None:
    """Every layer counts: a picture may not depend on its company, whatever the network says of its mode."""
    criterion, z = "evaluation mode", inputs.normal(5, LATENT)
    if not findings.require(student.is_evaluating(module), criterion, "left_in_training_mode"):
        return
    whole, part = (student.call(module, rows).value for rows in (z, z[:2]))
    alone = torch.allclose(whole[:2], part, atol=1e-5)
    findings.require(alone, criterion, "left_in_training_mode", "one of its layers at least")
