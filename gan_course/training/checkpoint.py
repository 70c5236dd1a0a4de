"""Checkpoints from which a run goes on to the same numbers, and files that hold one network.

Neither runs code when it is read: a checkpoint is loaded with ``weights_only=True``, a network comes
from a safetensors file.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Protocol

import torch
from torch import nn

from gan_course.errors import CheckpointError
from gan_course.ready_made import ready_made
from gan_course.training import fitting
from gan_course.training.history import History

State = dict[str, Any]
FORMAT = 2


class Resumable(fitting.Parts, Protocol):
    """What a run must have to be kept; see ``Run`` for the meaning."""

    @property
    def history(self) -> History:
        """Losses, and what callbacks measured."""

    def state(self) -> State:
        """Return random numbers, counters and the scale of fp16."""

    def restore(self, state: Mapping[str, Any], history: History, *, same_numbers: bool) -> None:
        """Take over what ``state`` returned."""


def state_of(run: Resumable) -> State:
    """Return everything a resumed run needs: weights, optimisers, random numbers, history."""
    return {
        "format": FORMAT,
        "generator": run.generator.state_dict(),
        "discriminator": run.discriminator.state_dict(),
        "averaged": None if run.averaged is None else run.averaged.state_dict(),
        "g_optimizer": run.g_optimizer.state_dict(),
        "d_optimizer": run.d_optimizer.state_dict(),
        **run.state(),
        "history": run.history.to_dict(),
    }


def save(run: Resumable, path: str | Path) -> Path:
    """Write a checkpoint; an older one of that name is replaced only when the new one is whole.

    Args:
        run: What to keep.
        path: The file, usually ending in ``.pt``.

    Returns:
        The path.

    Raises:
        CheckpointError: If it cannot be written.
    """
    return _write(Path(path), lambda file: torch.save(state_of(run), file))


def load(run: Resumable, path: str | Path, *, same_numbers: bool = True) -> None:
    """Make a run go on where the checkpoint was written; it is replaced whole or not at all.

    Args:
        run: A run with the same networks and options.
        path: The file that ``save`` wrote.
        same_numbers: Take over the random numbers too; False for a checkpoint from another kind of device.

    Raises:
        CheckpointError: If it is missing, damaged, or belongs to other networks.
    """
    path = Path(path)
    state = _read(path, run.device)
    try:
        fitting.check(run, state, same_numbers=same_numbers)
        history = History.from_dict(state["history"])
    except CheckpointError as error:
        raise CheckpointError(f"{str(path)!r} cannot be taken over: {error}") from error.__cause__
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise CheckpointError(f"{str(path)!r} is damaged ({error}): use one that is whole.") from error
    # From here on nothing can fail: everything above was a look.
    run.generator.load_state_dict(state["generator"])
    run.discriminator.load_state_dict(state["discriminator"])
    run.g_optimizer.load_state_dict(state["g_optimizer"])
    run.d_optimizer.load_state_dict(state["d_optimizer"])
    if run.averaged is not None:
        run.averaged.load_state_dict(state["averaged"])
    run.restore(state, history, same_numbers=same_numbers)


def _read(path: Path, device: torch.device) -> State:
    if not path.is_file():
        raise CheckpointError(f"there is no checkpoint {str(path)!r}: save one with run.save(path) first.")
    try:
        state = torch.load(path, map_location=device, weights_only=True)
    except Exception as error:
        raise CheckpointError(
            f"{str(path)!r} cannot be read as a checkpoint: it is damaged or not one."
        ) from error
    if not isinstance(state, dict) or state.get("format") != FORMAT:
        raise CheckpointError(
            f"{str(path)!r} is not a checkpoint of this version: train again, or use its version."
        )
    return state


@ready_made
def save_network(network: nn.Module, path: str | Path) -> Path:
    """Write one network's weights as safetensors: all that is needed of G once training is over.

    Args:
        network: Usually ``run.best_generator``.
        path: The file, usually ending in ``.safetensors``.

    Returns:
        The path.

    Raises:
        CheckpointError: If it cannot be written.
    """
    from safetensors.torch import save as to_bytes

    weights = {
        name: value.detach().cpu().contiguous().clone() for name, value in network.state_dict().items()
    }
    return _write(Path(path), lambda file: file.write(to_bytes(weights)))


@ready_made
def load_network(network: nn.Module, path: str | Path) -> nn.Module:
    """Read weights written by ``save_network`` into a network of the same build.

    Returns:
        The network itself.

    Raises:
        CheckpointError: If the file is missing, damaged, or belongs to another network.
    """
    from safetensors import SafetensorError
    from safetensors.torch import load_file

    try:
        network.load_state_dict(load_file(path))
    except FileNotFoundError as error:
        raise CheckpointError(f"there is no file {str(path)!r}: write it with save_network first.") from error
    except SafetensorError as error:
        raise CheckpointError(
            f"{str(path)!r} cannot be read as safetensors: it is damaged or not one."
        ) from error
    except RuntimeError as error:
        reason = " ".join(str(error).split())[:200]
        raise CheckpointError(
            f"{str(path)!r} belongs to another network ({reason}): build that one."
        ) from error
    return network


def _write(path: Path, write: Callable[[Any], Any]) -> Path:
    """Write beside the file, then move it into place, so that no half file is ever seen."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                write(file)
            os.replace(temporary, path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise CheckpointError(
            f"{str(path)!r} cannot be written ({error.strerror}): choose another place."
        ) from error
    return path
