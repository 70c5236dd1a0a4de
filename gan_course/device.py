"""Where the tensors live, chosen with its reason."""

from __future__ import annotations

from dataclasses import dataclass

import torch

from gan_course.errors import DeviceError


@dataclass(frozen=True)
class DeviceChoice:
    """A device and the sentence that says why it was taken.

    Attributes:
        device: Ready for ``tensor.to(choice.device)``.
        reason: One sentence for a person.
    """

    device: torch.device
    reason: str

    def __str__(self) -> str:
        return f"{self.device}: {self.reason}"


def pick_device(prefer: str | torch.device | None = None) -> DeviceChoice:
    """Choose a device: a CUDA GPU, else Apple's MPS, else the CPU.

    Args:
        prefer: A device to insist on, such as ``"cpu"``, ``"cuda:1"`` or ``"mps"``.

    Returns:
        The device with the reason for it.

    Raises:
        DeviceError: If ``prefer`` is not a device, or is not on this machine.

    >>> pick_device("cpu").device
    device(type='cpu')
    """
    if prefer is not None:
        return _insist(prefer)
    if torch.cuda.is_available():
        return DeviceChoice(torch.device("cuda"), f"a CUDA GPU is here ({torch.cuda.get_device_name()})")
    if torch.backends.mps.is_available():
        return DeviceChoice(torch.device("mps"), "no CUDA GPU, but Apple's GPU is here (MPS)")
    return DeviceChoice(torch.device("cpu"), f"no GPU was found ({_why_no_cuda()})")


def multiplies_bf16(device: torch.device) -> bool:
    """Tell whether a device multiplies bfloat16 numbers itself, which is then faster than float32.

    Args:
        device: The CPU needs AVX512-BF16 or AMX for it, an Nvidia GPU the Ampere generation or a later one.

    >>> isinstance(multiplies_bf16(torch.device("cpu")), bool)
    True
    """
    if device.type == "cuda":
        return torch.cuda.get_device_capability(device) >= (8, 0)
    if device.type != "cpu" or not hasattr(torch.cpu, "get_capabilities"):
        return False
    able = torch.cpu.get_capabilities()
    return bool(able.get("avx512_bf16") or able.get("amx_bf16"))


def _insist(prefer: str | torch.device) -> DeviceChoice:
    try:
        device = torch.device(prefer)
    except (RuntimeError, TypeError) as error:
        raise DeviceError(f"device {prefer!r} is not known: use 'cpu', 'cuda', 'cuda:0' or 'mps'.") from error
    absent = _why_absent(device)
    if absent:
        raise DeviceError(
            f"device {str(device)!r} is not there ({absent}): use 'cpu', or leave the device out "
            "to take the best one."
        )
    return DeviceChoice(device, "it was asked for")


def _why_absent(device: torch.device) -> str:
    """Say why a device cannot be used; the empty string if it can."""
    if device.type == "cpu":
        return "" if device.index in (None, 0) else "there is only one CPU device"
    if device.type == "cuda":
        count = torch.cuda.device_count() if torch.cuda.is_available() else 0
        if count == 0:
            return _why_no_cuda()
        return "" if (device.index or 0) < count else f"this machine has {count} CUDA device(s)"
    if device.type == "mps":
        return "" if torch.backends.mps.is_available() else "MPS needs a Mac with Apple's GPU"
    return "the course runs on 'cpu', 'cuda' and 'mps'"


def _why_no_cuda() -> str:
    if torch.version.cuda is None and torch.version.hip is None:
        return "this build of torch is for CPUs only"
    return "torch sees no CUDA GPU"
