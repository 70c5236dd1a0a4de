"""Networks for pictures with given weights, and files in a folder of the student process.

What a spy is for linear layers, these are for convolutions: nothing is written down about calls, but
every number is the grader's.
"""

from __future__ import annotations

import copy
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import torch
from torch import nn

MAX_FILE = 4 * 2**20
PLAIN: dict[str, Callable[..., nn.Module]] = {
    "relu": nn.ReLU,
    "leaky_relu": lambda: nn.LeakyReLU(0.2),
    "tanh": nn.Tanh,
    "flatten": nn.Flatten,
    "unflatten": lambda *sizes: nn.Unflatten(1, sizes),
}


class Folders:
    """Folders made for one probe, removed when it ends."""

    def __init__(self) -> None:
        self._open: list[tempfile.TemporaryDirectory[str]] = []

    def make(self) -> str:
        """Return the path of a fresh, empty folder."""
        self._open.append(tempfile.TemporaryDirectory(prefix="probe-"))
        return self._open[-1].name

    def clear(self) -> None:
        """Remove them all."""
        for folder in self._open:
            folder.cleanup()
        self._open.clear()


def read_file(path: str) -> torch.Tensor | None:
    """Return a file's bytes as a row of uint8, ``None`` where there is none or it is too large."""
    file = Path(path)
    if not file.is_file() or not 0 < file.stat().st_size <= MAX_FILE:
        return None
    return torch.frombuffer(bytearray(file.read_bytes()), dtype=torch.uint8)


def write_file(path: str, content: torch.Tensor) -> None:
    """Write a row of uint8 to a file."""
    Path(path).write_bytes(bytes(content.tolist()))


def network(layers: list[list[Any]], channels_last: bool = False) -> nn.Module:
    """Build a network with given weights.

    Args:
        layers: ``["conv" or "conv_transpose", weight, bias or None, stride, padding]``,
            ``["linear", weight, bias or None]``, ``["batch_norm", scale, shift, mean, variance]``,
            ``["relu"]``, ``["leaky_relu"]``, ``["tanh"]``, ``["flatten"]``, ``["unflatten", c, h, w]``.
        channels_last: lay the weights out in memory as fast convolutions like them.
    """
    built: nn.Module = nn.Sequential(*[_layer(spec) for spec in layers])
    return built.to(memory_format=torch.channels_last) if channels_last else built  # type: ignore[call-overload]


class Maker:
    """A function that returns a fresh network of one build at each call."""

    def __init__(self, layers: list[list[Any]]) -> None:
        self._first = network(layers)
        self.made: list[nn.Module] = []

    def __call__(self) -> nn.Module:
        """Return a new network; the first one's weights are never touched."""
        self.made.append(copy.deepcopy(self._first))
        return self.made[-1]


def dry_run(module: nn.Module, x: torch.Tensor) -> dict[str, Any]:
    """Call a copy of a module on another device, one that holds shapes and no numbers.

    A tensor that ``forward`` makes on the CPU meets one on that device there, as it would meet one on a
    GPU. The module itself stays where it is.

    Returns:
        ``device`` and ``shape`` of the output.
    """
    moved = copy.deepcopy(module).to("meta")
    out = moved(x.to("meta"))
    return {"device": str(out.device), "shape": list(out.shape)}


def _layer(spec: list[Any]) -> nn.Module:
    name, *rest = spec
    if name in PLAIN:
        return PLAIN[name](*rest)
    layer = _empty(name, *rest)
    state = dict(zip(("weight", "bias", "running_mean", "running_var"), rest, strict=False))
    own = layer.state_dict()
    layer.load_state_dict({k: v for k, v in state.items() if k in own and v is not None}, strict=False)
    return layer


def _empty(name: str, weight: torch.Tensor, bias: Any, *more: Any) -> nn.Module:
    with torch.random.fork_rng(devices=[]):  # making a layer draws numbers, which are not the student's
        if name == "batch_norm":
            return nn.BatchNorm2d(len(weight))
        if name == "linear":
            return nn.Linear(weight.shape[1], weight.shape[0], bias=bias is not None)
        size, (stride, padding) = (int(weight.shape[2]), int(weight.shape[3])), more
        if name == "conv":
            return nn.Conv2d(weight.shape[1], weight.shape[0], size, stride, padding, bias=bias is not None)
        return nn.ConvTranspose2d(
            weight.shape[0], weight.shape[1], size, stride, padding, bias=bias is not None
        )
