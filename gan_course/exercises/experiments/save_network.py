"""A network's numbers are written to a safetensors file: read it back and look for each of them."""

from __future__ import annotations

import torch
from safetensors import SafetensorError
from safetensors.torch import load as from_bytes

from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Findings
from gan_course.exercises.inputs import Inputs
from gan_course.exercises.kept_files import AVERAGES, COUNTER, State, equal, layers, used_once
from gan_course.exercises.student.handle import Student, StudentFault

VERSION = 1
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
COUNTER_MISSING = Misconception(
    "counter_missing",
    "The number of batches that batch norm has counted is not in the file.",
    "Every entry of state_dict() goes into the file, whole numbers included.",
    share=0.25,
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
    "Save them as they are: all of them, in their own type and shape.",
)
NOT_REPLACED = Misconception(
    "not_replaced",
    "Saved a second time under the same path, the file still holds the numbers of before.",
    "A file that is there already is to be written anew.",
    share=0.5,
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
MISCONCEPTIONS = (
    NO_FILE, PICKLED, BUFFERS_MISSING, COUNTER_MISSING, WEIGHTS_MISSING, NAMES_CHANGED, NUMBERS_CHANGED,
    NOT_REPLACED, LAYOUT, NETWORK_CHANGED,
)  # fmt: skip
FILE = "the file holds every number under its name"


def play(student: Student, inputs: Inputs, findings: Findings, exercise: str) -> None:
    """Save three networks: one as built, one laid out channels-last, a third over the first one's file."""
    folder, earlier = student.folder(), State()
    first = f"g{inputs.integer(10, 99)}.safetensors"
    for name, channels_last, training in (
        (first, False, True),
        ("again.bin", True, False),
        (first, True, True),
    ):
        module, path = student.network(layers(inputs), channels_last), f"{folder}/{name}"
        used_once(student, module, inputs)
        student.is_training(module, switch_to=training)
        before = student.state(module)
        try:
            student.call(exercise, module, path)
        except StudentFault as fault:
            # What stops only for the second network stops because of its layout in memory.
            if not channels_last or fault.kind != "raised":
                raise
            findings.insist(False, "any layout in memory", "layout_refused", fault.message[:200])
        if channels_last:
            findings.passed("any layout in memory")
        _judge_file(findings, student.read_file(path), before, earlier)
        earlier = earlier or before
        kept = equal(before, student.state(module)) and student.is_training(module) is training
        kept = kept and all(p.trainable for p in student.parameters(module))
        findings.require(kept, "the network stays as it was", "network_changed")


def _judge_file(findings: Findings, content: bytes | None, wanted: State, earlier: State) -> None:
    findings.insist(content is not None, FILE, "no_file")
    assert content is not None
    try:
        found = from_bytes(content)
    except (SafetensorError, ValueError, KeyError) as error:
        findings.insist(False, FILE, "pickled", str(error)[:120])
        return
    counter = [k for k in wanted if k.endswith(COUNTER)]
    needed = {k: v for k, v in wanted.items() if k not in counter}
    missing = needed.keys() - found.keys()
    if missing and len(found) >= len(needed):
        findings.insist(False, FILE, "names_changed", f"looked for {min(missing)}, found {min(found)}")
    listed = ", ".join(sorted(missing))
    averages = bool(missing) and all(k.endswith(AVERAGES) for k in missing)
    findings.insist(not averages, FILE, "buffers_missing", listed)
    findings.insist(not missing, FILE, "weights_missing", listed)
    if earlier and equal({k: found[k] for k in needed}, {k: earlier[k] for k in needed}):
        findings.insist(False, FILE, "not_replaced")
    unlike = [k for k, v in wanted.items() if k in found and not _same(found[k], v)]
    findings.insist(not unlike, FILE, "numbers_changed", ", ".join(unlike[:3]))
    findings.require(all(k in found for k in counter), FILE, "counter_missing", ", ".join(counter))


def _same(found: torch.Tensor, wanted: torch.Tensor) -> bool:
    return found.dtype == wanted.dtype and torch.equal(found, wanted)
