"""Checks of saving the generator alone, and of loading it."""

from __future__ import annotations

import copy
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file, save_file
from torch import Tensor, nn

from gan_course.checks.framework import Report, describe, exercise_check

_BUFFERS = ("running_mean", "running_var")


def _network() -> nn.Sequential:
    """A small trained generator: its batch norm has seen batches, its weights lie channels-last."""
    network = nn.Sequential(
        nn.Unflatten(1, (3, 1, 1)),
        nn.ConvTranspose2d(3, 4, 4),
        nn.BatchNorm2d(4),
        nn.ReLU(),
        nn.ConvTranspose2d(4, 1, 4, 2, 1),
        nn.Tanh(),
    )
    for _ in range(3):
        network(2 + torch.randn(8, 3))
    return network


@exercise_check
def save_generator(report: Report, answer: Callable[..., Any]) -> None:
    """Check the file of an ordinary network, then of one whose weights lie in another order in memory."""
    with tempfile.TemporaryDirectory() as folder:
        for name, network in (("g.safetensors", _network()), ("kept.bin", _channels_last())):
            path = Path(folder) / name
            before = copy.deepcopy(network.state_dict())
            if name == "kept.bin":
                _layout(report, answer, network, path)
            else:
                report.call(answer, network, str(path))
            _file(report, path, before)
            report.passed(
                "holds every number of the network under its name"
                if name != "kept.bin"
                else "also for weights that lie channels-last in memory"
            )
            same = all(torch.equal(v, before[k]) for k, v in network.state_dict().items())
            free = network.training and all(p.requires_grad for p in network.parameters())
            report.require(
                same and free,
                "saving has changed the network",
                "Saving only looks: mode, weights and requires_grad stay as they were.",
            )
    report.passed("leaves the network as it was")


def _channels_last() -> nn.Module:
    return _network().to(memory_format=torch.channels_last)  # type: ignore[call-overload,no-any-return]


def _layout(report: Report, answer: Callable[..., Any], network: nn.Module, path: Path) -> None:
    try:
        answer(network, str(path))
    except ValueError as error:
        report.require(
            "contiguous" not in str(error),
            "stops for a network whose weights lie channels-last in memory",
            "safetensors wants each tensor in plain order. A tensor's .contiguous() is the same "
            "numbers, laid out "
            "plainly.",
        )
        raise


def _file(report: Report, path: Path, wanted: dict[str, Tensor]) -> None:
    report.require(
        path.is_file(),
        f"there is no file {path.name}",
        "The second argument is the whole path, name and ending included: write exactly there.",
    )
    try:
        found = load_file(path)
    except (SafetensorError, ValueError):
        report.require(
            False,
            "the file is not a safetensors file",
            "torch.save writes a pickle, and whoever reads a pickle may run code that somebody put into it. "
            "save_file of safetensors.torch writes numbers and names only.",
        )
        return
    needed = {k: v for k, v in wanted.items() if not k.endswith("num_batches_tracked")}
    missing = sorted(needed.keys() - found.keys())
    if missing:
        teach = "Every number of a network stands under its name in state_dict()."
        if all(k.endswith(_BUFFERS) for k in missing):
            teach = (
                "These are batch norm's running averages. They are not trained, so parameters() "
                "leaves them out, "
                "but without them G gives other pictures. Look at state_dict()."
            )
        report.require(False, f"not in the file: {', '.join(missing[:3])}", teach)
    same = all(
        v.shape == found[k].shape and v.dtype == found[k].dtype and torch.equal(v, found[k])
        for k, v in needed.items()
    )
    report.require(
        same, "the file holds other numbers than the network", "Save them as they are, at full precision."
    )


@exercise_check
def load_generator(report: Report, answer: Callable[..., Any]) -> None:
    """Check two files in turn: the network, its numbers and its mode."""
    with tempfile.TemporaryDirectory() as folder:
        for name in ("first.safetensors", "second.safetensors"):
            original = _network()
            path = Path(folder) / name
            save_file({k: v.contiguous() for k, v in original.state_dict().items()}, path)
            _loaded(report, report.call(answer, str(path), _network), original)
            report.passed(f"the network holds the numbers of the {name.split('.')[0]} file")
        original.eval()
        again = report.call(answer, str(path), _network)
        z = torch.randn(5, 3)
        report.expect(
            not again.training,
            "comes in evaluation mode",
            "comes in training mode",
            "In training mode batch norm would judge each picture by the others in its batch. A "
            "network that is used, "
            "not trained, is switched to evaluation.",
        )
        if not again.training:
            report.expect(
                torch.equal(report.call(again, z), original(z)),
                "gives the pictures that the saved network gave",
                "gives other pictures than the saved network gave",
            )


def _loaded(report: Report, value: object, original: nn.Module) -> None:
    report.require(
        isinstance(value, nn.Module),
        f"returned {describe(value)}, wanted a network",
        "load_state_dict fills the network in place and returns a list of names that did not fit. "
        "Hand back the network."
        if value is not None
        else "A function without a return line gives back None.",
    )
    assert isinstance(value, nn.Module)
    found, wanted = value.state_dict(), original.state_dict()
    report.require(
        found.keys() == wanted.keys(),
        "this is not a network built by make()",
        "The file holds numbers, not layers: make(), called without arguments, returns a fresh "
        "network of the right build.",
    )
    weights = all(
        torch.equal(found[k], v) for k, v in wanted.items() if not k.endswith((*_BUFFERS, "tracked"))
    )
    same = all(torch.equal(found[k], v) for k, v in wanted.items())
    report.require(
        same,
        "the network does not hold the numbers of the file",
        "The weights are right, batch norm's running averages are not: was a batch sent through in "
        "training mode?"
        if weights
        else "Read this file, at this path, and give what it holds to load_state_dict of the network "
        "you return.",
    )
