"""What one student process may use up. See getrlimit(2)."""

from __future__ import annotations

import resource
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

MEGABYTE = 2**20


@dataclass(frozen=True)
class Caps:
    """Caps on one student process and its children.

    Attributes:
        memory_mb: memory beyond what the warm parent already holds, per process and of all together.
        processes: processes and threads together.
        cpu_s: processor time of one process.
        file_mb: size of one file.
        scratch_mb: size of the scratch folder.
        open_files: files one process may hold open.
        sockets: sockets of all processes together, those on their way between two included; each may hold
            a part of the kernel's memory that belongs to no process.
        cell_output_kb: what one cell may print; more is cut.
        cell_media_kb: pictures and other rich output of one cell; more is dropped.
    """

    memory_mb: int = 2048
    processes: int = 64
    cpu_s: int = 300
    file_mb: int = 64
    scratch_mb: int = 128
    open_files: int = 128
    sockets: int = 256
    cell_output_kb: int = 64
    cell_media_kb: int = 4096

    def to_json(self) -> dict[str, int]:
        """Return plain data."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Caps:
        """Read what :meth:`to_json` wrote."""
        return cls(**{name: int(value) for name, value in data.items()})


def apply(caps: Caps, count_processes: bool = True) -> None:
    """Set the limits of this process, for good.

    Args:
        caps: the limits.
        count_processes: limit processes too; to be left out where the system would count all of the
            user's processes instead of this namespace's.
    """
    memory = caps.memory_mb * MEGABYTE
    private, everything = _memory_now()
    limits = {
        resource.RLIMIT_DATA: private + memory,
        # Shared mappings count here only; reserved but unused address space does too, hence the slack.
        resource.RLIMIT_AS: everything + memory + 1024 * MEGABYTE,
        resource.RLIMIT_CPU: caps.cpu_s,
        resource.RLIMIT_FSIZE: caps.file_mb * MEGABYTE,
        resource.RLIMIT_NOFILE: caps.open_files,
        resource.RLIMIT_CORE: 0,
    }
    if count_processes:
        limits[resource.RLIMIT_NPROC] = caps.processes
    for which, value in limits.items():
        _, hard = resource.getrlimit(which)
        new = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(which, (new, new))


def _memory_now() -> tuple[int, int]:
    """Return private writable memory and the whole address space of this process, in bytes."""
    try:
        lines = Path("/proc/self/status").read_text().splitlines()
    except OSError:
        return 512 * MEGABYTE, 8192 * MEGABYTE  # no /proc (macOS): about what torch needs
    sizes = {line.split(":")[0]: line.split()[1] for line in lines if line.startswith("Vm")}
    return int(sizes["VmData"]) * 1024, int(sizes["VmSize"]) * 1024
