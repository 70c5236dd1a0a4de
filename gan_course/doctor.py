"""Is this machine ready for the course? One line for each thing looked at."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import sys
from collections.abc import Callable
from dataclasses import dataclass

from gan_course import __version__
from gan_course.errors import GanCourseError
from gan_course.shipped import assignments, notebooks_folder

_NEEDED = (
    "torch",
    "numpy",
    "scikit-learn",
    "matplotlib",
    "tqdm",
    "safetensors",
    "pooch",
    "pillow",
    "ipywidgets",
    "anywidget",
    "jupyterlab",
)


@dataclass(frozen=True)
class Finding:
    """What was seen.

    Attributes:
        subject: What was looked at.
        good: Whether the course can run with it.
        text: What was found, and what to do if it is not good.
    """

    subject: str
    good: bool
    text: str

    def __str__(self) -> str:
        return f"{'✓' if self.good else '✗'} {self.subject:<10} {self.text}"


def examine() -> list[Finding]:
    """Look at Python, torch, the device, the packages, the notebooks and the cores."""
    looks: tuple[tuple[str, Callable[[], Finding]], ...] = (
        ("python", _python),
        ("packages", _packages),
        ("torch", _torch),
        ("device", _device),
        ("notebooks", _notebooks),
        ("cores", _cores),
    )
    findings = []
    for subject, look in looks:
        try:
            findings.append(look())
        except Exception as error:  # a broken installation can fail in any way; the other lines still help
            findings.append(Finding(subject, False, f"failed ({type(error).__name__}: {error})"))
    return findings


def _python() -> Finding:
    good = sys.version_info >= (3, 11)
    mend = "" if good else ": the course needs Python 3.11 or newer"
    return Finding("python", good, f"{platform.python_version()} on {platform.system()}{mend}")


def _packages() -> Finding:
    missing = []
    for name in _NEEDED:
        try:
            importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            missing.append(name)
    if missing:
        return Finding("packages", False, f"missing: pip install {' '.join(missing)}")
    return Finding("packages", True, f"gan-course {__version__} and the {len(_NEEDED)} packages it needs")


def _torch() -> Finding:
    import torch

    total = float((torch.eye(64) @ torch.ones(64, 64)).sum())
    good = total == 64 * 64
    return Finding(
        "torch", good, f"{torch.__version__}{'' if good else ', but it multiplies wrongly: reinstall it'}"
    )


def _device() -> Finding:
    from gan_course.device import pick_device

    try:
        return Finding("device", True, str(pick_device()))
    except GanCourseError as error:
        return Finding("device", False, str(error))


def _notebooks() -> Finding:
    there = assignments()
    if there:
        return Finding("notebooks", True, f"{len(there)} found in {notebooks_folder()}")
    return Finding(
        "notebooks", False, "none found: install the package again (pip install --force-reinstall gan-course)"
    )


def _cores() -> Finding:
    import torch

    return Finding("cores", True, f"{os.cpu_count()} (torch uses {torch.get_num_threads()} thread(s))")
