"""Is this machine ready for the course, and what is wasted on it? One line for each thing looked at."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

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
    "nbclient",
)
_GB = 1e9
_LITTLE_ROOM = 0.5 * _GB  # a notebook with its outputs takes a few MB, torch's caches up to some hundred


@dataclass(frozen=True)
class Finding:
    """What was seen.

    Attributes:
        subject: What was looked at.
        good: Whether the course can run with it.
        text: What was found.
        mend: What to do about it; with ``good``, something is wasted or out of date and works all the same.
    """

    subject: str
    good: bool
    text: str
    mend: str = ""

    def __str__(self) -> str:
        mark = "✗" if not self.good else "!" if self.mend else "✓"
        line = f"{mark} {self.subject:<10} {self.text}"
        return f"{line}\n{'':13}→ {self.mend}" if self.mend else line


def look() -> Iterator[Finding]:
    """Look at one thing after the other, and tell each finding as soon as it is there."""
    looks: tuple[tuple[str, Callable[[], Finding]], ...] = (
        ("python", _python),
        ("packages", _packages),
        ("torch", _torch),
        ("device", _device),
        ("kernel", _kernel),
        ("notebooks", _notebooks),
        ("your work", _your_work),
        ("disk", _disk),
        ("cores", _cores),
    )
    for subject, see in looks:
        try:
            yield see()
        except Exception as error:  # a broken installation can fail in any way; the other lines still help
            yield Finding(subject, False, f"failed ({type(error).__name__}: {error})")


def examine() -> list[Finding]:
    """Return all findings."""
    return list(look())


def _python() -> Finding:
    good = sys.version_info >= (3, 11)
    found = f"{platform.python_version()} on {platform.system()}"
    return Finding("python", good, found, "" if good else "the course needs Python 3.11 or newer")


def _packages() -> Finding:
    missing = []
    for name in _NEEDED:
        try:
            importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            missing.append(name)
    if missing:
        return Finding(
            "packages", False, f"missing: {', '.join(missing)}", f"pip install {' '.join(missing)}"
        )
    return Finding("packages", True, f"gan-course {__version__} and the {len(_NEEDED)} packages it needs")


def _torch() -> Finding:
    import torch

    total = float((torch.eye(64) @ torch.ones(64, 64)).sum())
    if total != 64 * 64:
        return Finding("torch", False, f"{torch.__version__} multiplies wrongly", "reinstall it")
    unused = torch.version.cuda is not None and not torch.cuda.is_available()
    size = _size_of_cuda() / _GB if unused else 0.0
    if not size:
        return Finding("torch", True, torch.__version__)
    return Finding(
        "torch",
        True,
        f"{torch.__version__}, with {size:.1f} GB of CUDA libraries; no CUDA GPU is here to use them",
        "nothing is slower for it; to have the room back, install torch's CPU build (README, Install)",
    )


def _size_of_cuda() -> float:
    """Return the bytes of the packages that torch's CUDA build brings."""
    packages = [d for d in importlib.metadata.distributions() if _name(d).startswith(("nvidia-", "triton"))]
    return float(sum(file.size or 0 for package in packages for file in package.files or ()))


def _name(distribution: importlib.metadata.Distribution) -> str:
    return str(distribution.metadata["Name"] or "").lower()


def _device() -> Finding:
    from gan_course.device import pick_device

    try:
        return Finding("device", True, str(pick_device()))
    except GanCourseError as error:
        return Finding("device", False, str(error))


def _kernel() -> Finding:
    """Whether JupyterLab, started from here, runs notebooks with this Python: the commonest trap of all."""
    from jupyter_client.kernelspec import KernelSpecManager, NoSuchKernel

    mend = f'"{sys.executable}" -m ipykernel install --sys-prefix'
    try:
        command = KernelSpecManager().get_kernel_spec("python3").argv[0]
    except NoSuchKernel:
        return Finding("kernel", False, "no kernel called python3 is known to Jupyter", mend)
    if os.path.isabs(command) and not _same(command, sys.executable):
        return Finding("kernel", False, f"notebooks would run with another Python, {command}", mend)
    lab = shutil.which("jupyter")
    if lab and not _same(os.path.dirname(lab), os.path.dirname(sys.executable)):
        return Finding(
            "kernel",
            True,
            f"'jupyter' here is another environment's, {lab}",
            f'activate this environment first, or run "{sys.executable}" -m jupyter lab',
        )
    return Finding("kernel", True, "notebooks run with this Python")


def _same(one: str, other: str) -> bool:
    """Whether two paths are one place. Links stay: a virtual environment's Python is a link to another."""
    return os.path.normcase(os.path.abspath(one)) == os.path.normcase(os.path.abspath(other))


def _notebooks() -> Finding:
    there = assignments()
    if there:
        return Finding("notebooks", True, f"{len(there)} found in {notebooks_folder()}")
    return Finding("notebooks", False, "none found", "pip install --force-reinstall --no-deps gan-course")


def _your_work() -> Finding:
    from gan_course.work.begin import is_outdated
    from gan_course.work.places import started

    there = started(Path())
    old = [assignment.name for assignment, path in there.items() if is_outdated(assignment, path)]
    if old:
        found = f"begun from another release than this library's: {', '.join(old)}"
        return Finding(
            "your work", True, found, f"gan-course start {old[0]} puts the new release beside yours"
        )
    return Finding(
        "your work", True, f"{len(there)} of {len(assignments())} assignments begun in this folder"
    )


def _disk() -> Finding:
    free = shutil.disk_usage(Path()).free
    mend = "make room: a notebook that cannot be saved loses work" if free < _LITTLE_ROOM else ""
    return Finding("disk", not mend, f"{free / _GB:.1f} GB free in this folder", mend)


def _cores() -> Finding:
    import torch

    return Finding("cores", True, f"{os.cpu_count()} (torch uses {torch.get_num_threads()} thread(s))")
