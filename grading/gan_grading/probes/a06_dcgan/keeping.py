"""Probes of saving the generator alone, and of loading it."""

from __future__ import annotations

from typing import Any

import torch
from safetensors import SafetensorError
from safetensors.torch import load as from_bytes
from safetensors.torch import save as to_bytes

from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Sheet
from gan_course.exercises.inputs import Dice
from gan_course.exercises.student.handle import Ref, Student, StudentFault
from gan_course.exercises.values import type_text
from gan_grading.probes.probe import Probe

NO_FILE = Misconception(
    "no_file",
    "There is no file where it was asked for.",
    "The second argument is the path: write exactly there, under that name.",
)
PICKLED = Misconception(
    "pickled",
    "The file is not a safetensors file.",
    "torch.save writes a pickle, and reading a pickle can run code. safetensors.torch.save_file writes numbers only.",
)
BUFFERS_MISSING = Misconception(
    "buffers_missing",
    "The running averages of batch norm are not in the file.",
    "parameters() lists what is trained. What else does a network need to answer as before? Look at state_dict().",
)
WEIGHTS_MISSING = Misconception(
    "weights_missing",
    "Some of the network's numbers are not in the file.",
    "state_dict() holds every number of a network under its name.",
)
NAMES_CHANGED = Misconception(
    "names_changed",
    "The numbers are in the file, under other names than the network gives them.",
    "A fresh network of the same build finds its numbers by name: keep the names of state_dict().",
)
NUMBERS_CHANGED = Misconception(
    "numbers_changed",
    "The numbers in the file are not those of the network.",
    "Save them as they are: all of them, at full precision, after training.",
)
LAYOUT = Misconception(
    "layout_refused",
    "Your function stops for a network whose weights lie in memory in another order (channels_last).",
    "safetensors wants each tensor in plain order: .contiguous() makes it so, and changes no number.",
    share=0.5,
)
NETWORK_CHANGED = Misconception(
    "network_changed",
    "The network is another one after it was saved.",
    "Saving only looks: mode, weights and requires_grad stay as they were.",
    share=0.5,
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
NOT_MADE = Misconception(
    "make_ignored",
    "Your function does not build the network with make().",
    "The file holds numbers, not layers. make() is called without arguments and returns a fresh network.",
)
NOT_A_MODULE = Misconception(
    "not_a_module",
    "What came back is not a network.",
    "load_state_dict changes the network in place and returns a report of missing names: return the network.",
)
NOT_THE_FILE = Misconception(
    "path_ignored",
    "Your function does not read the file it was given.",
    "The path is the first argument, and each call may bring another one.",
)

BUFFERS = ("running_mean", "running_var", "num_batches_tracked")


def _layers(dice: Dice, start: float = 1.0) -> list[tuple[Any, ...]]:
    """A small generator for pictures of 8 pixels, its batch norm well away from 0 and 1."""
    c = dice.integer(3, 6)
    return [
        ("unflatten", 4, 1, 1),
        ("conv_transpose", dice.normal(4, c, 4, 4) * start, None, 1, 0),
        ("batch_norm", dice.uniform(c, low=0.5, high=1.5), dice.normal(c), dice.normal(c), dice.uniform(c) + 1),
        ("relu",),
        ("conv_transpose", dice.normal(c, 1, 4, 4) * 0.3, dice.normal(1), 2, 1),
        ("tanh",),
    ]  # fmt: skip


def _judge_save(student: Student, dice: Dice, sheet: Sheet) -> None:
    for channels_last, name in ((False, f"g{dice.integer(10, 99)}.safetensors"), (True, "again.bin")):
        module = student.network(_layers(dice), channels_last)
        student.is_training(module, switch_to=not channels_last)
        before, path = student.state(module), f"{student.folder()}/{name}"
        try:
            student.call("save_generator", module, path)
        except StudentFault as fault:
            # What stops only for the second network stops because of its layout in memory.
            if not channels_last or fault.kind != "raised":
                raise
            sheet.insist(False, "any layout in memory", "layout_refused", fault.message[:200])
        _judge_file(sheet, student.read_file(path), before)
        after = student.state(module)
        kept = _equal(before, after) and student.is_training(module) is not channels_last
        kept = kept and all(p.trainable for p in student.parameters(module))
        sheet.require(kept, "the network stays as it was", "network_changed")


def _judge_file(sheet: Sheet, content: bytes | None, wanted: dict[str, torch.Tensor]) -> None:
    criterion = "the file"
    sheet.insist(content is not None, criterion, "no_file")
    assert content is not None
    try:
        found = from_bytes(content)
    except (SafetensorError, ValueError, KeyError) as error:
        sheet.insist(False, criterion, "pickled", str(error)[:120])
        return
    # Whether batches were counted matters to nobody: batch norm's momentum is a number.
    needed = {k: v for k, v in wanted.items() if not k.endswith("num_batches_tracked")}
    missing = needed.keys() - found.keys()
    if missing and len(found) >= len(needed):
        sheet.insist(False, criterion, "names_changed", f"looked for {min(missing)}, found {min(found)}")
    listed = ", ".join(sorted(missing))
    only_buffers = all(k.endswith(BUFFERS) for k in missing)
    sheet.insist(not missing or not only_buffers, criterion, "buffers_missing", listed)
    sheet.insist(not missing, criterion, "weights_missing", listed)
    same = all(
        found[k].shape == v.shape and torch.equal(found[k], v.to(found[k].dtype)) for k, v in needed.items()
    )
    same = same and all(found[k].dtype == v.dtype for k, v in needed.items())
    sheet.insist(same, criterion, "numbers_changed")


def _equal(one: dict[str, torch.Tensor], two: dict[str, torch.Tensor]) -> bool:
    return one.keys() == two.keys() and all(torch.equal(one[k], two[k]) for k in one)


def _judge_load(student: Student, dice: Dice, sheet: Sheet) -> None:
    folder = student.folder()
    seen: list[dict[str, torch.Tensor]] = []
    for name in (f"kept{dice.integer(10, 99)}.safetensors", "other.safetensors"):
        seed = dice.seed_for()
        original = student.network(_layers(Dice(seed)))
        # Same sizes, other numbers: what make() builds has never been trained.
        fresh = [(k, *[_other(x) for x in rest]) for k, *rest in _layers(Dice(seed))]
        state, make = student.state(original), student.network_maker(fresh)
        student.write_file(f"{folder}/{name}", to_bytes({k: v.contiguous() for k, v in state.items()}))
        value = student.call("load_generator", f"{folder}/{name}", make).value
        is_module = isinstance(value, Ref) and value.kind == "module"
        sheet.insist(is_module, "returns a network", "not_a_module", f"returned {type_text(value)}")
        assert isinstance(value, Ref)
        _judge_loaded(student, sheet, value, state, seen)
        sheet.require(not student.is_training(value), "evaluation mode", "left_in_training_mode")
        seen.append(state)


def _judge_loaded(
    student: Student,
    sheet: Sheet,
    module: Ref,
    wanted: dict[str, torch.Tensor],
    earlier: list[dict[str, torch.Tensor]],
) -> None:
    found, criterion = student.state(module), "holds the numbers of the file"
    sheet.insist(found.keys() == wanted.keys(), criterion, "make_ignored")
    if _equal(found, wanted):
        sheet.passed(criterion)
        return
    stale = any(_equal(found, state) for state in earlier)
    sheet.insist(not stale, criterion, "path_ignored")
    parameters = all(torch.equal(found[k], v) for k, v in wanted.items() if not k.endswith(BUFFERS))
    # The weights are there and the averages are not: something ran through the network, or strict was off.
    sheet.insist(not parameters, criterion, "not_loaded", "the averages of batch norm differ")
    sheet.insist(False, criterion, "not_loaded")


def _other(x: Any) -> Any:
    return x * 0.5 + 0.25 if isinstance(x, torch.Tensor) else x


PROBES = (
    Probe(
        "save_generator",
        _judge_save,
        (
            NO_FILE,
            PICKLED,
            BUFFERS_MISSING,
            WEIGHTS_MISSING,
            NAMES_CHANGED,
            NUMBERS_CHANGED,
            LAYOUT,
            NETWORK_CHANGED,
        ),
    ),
    Probe("load_generator", _judge_load, (NOT_A_MODULE, NOT_MADE, NOT_LOADED, NOT_EVAL, NOT_THE_FILE)),
)
