"""How much a student process and its children use, read from outside while they run."""

from __future__ import annotations

import os
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

PROC = Path("/proc")


@dataclass(frozen=True)
class Usage:
    """What a process and all its descendants use.

    Attributes:
        processes: processes and threads.
        memory_mb: memory of each process, shared memory included, files left out.
        sockets: sockets in its network namespace, where that is its own.
    """

    processes: int
    memory_mb: tuple[float, ...]
    sockets: int = 0

    def beyond(self, base: Usage) -> float:
        """Return the megabytes used beyond a first measurement.

        Each process starts with its parent's pages, which cost nothing until they are written.
        """
        start = max(base.memory_mb)
        return sum(max(0.0, each - start) for each in self.memory_mb)


def pid_behind(handle: int) -> int | None:
    """Return the number of the process a handle stands for, in this namespace; ``None`` once it is gone."""
    try:
        lines = (PROC / "self" / "fdinfo" / str(handle)).read_text().splitlines()
    except OSError:
        return None
    for line in lines:
        if line.startswith("Pid:"):
            number = int(line.split()[1])
            return number if number > 0 else None
    return None


class CoreTimes(NamedTuple):
    """What a process has had of a core since it began, in seconds.

    Attributes:
        ran: it ran.
        waited: it was ready to run and had none: the machine was busy with others.
    """

    ran: float
    waited: float

    def since(self, before: CoreTimes) -> CoreTimes:
        """Return what came after an earlier measurement."""
        return CoreTimes(max(0.0, self.ran - before.ran), max(0.0, self.waited - before.waited))


def core_times(number: int | None) -> CoreTimes:
    """Measure a process; nothing where it is gone or the system does not count this."""
    try:
        ran, waited, _ = (PROC / str(number) / "schedstat").read_text().split()
        return CoreTimes(int(ran) / 1e9, int(waited) / 1e9)
    except (OSError, ValueError):
        return CoreTimes(0.0, 0.0)


def usage(root: int) -> Usage | None:
    """Measure a process and its descendants; ``None`` where there is no /proc or it is gone."""
    seen = [status for status in map(_status, family(root)) if status]
    if not seen:
        return None
    # Tables of pages are the kernel's, and grow with what is mapped.
    memory = tuple(sum(s.get(kind, 0) for kind in ("RssAnon", "RssShmem", "VmPTE")) / 1024 for s in seen)
    return Usage(sum(s.get("Threads", 1) for s in seen), memory, _sockets(root))


def _sockets(number: int) -> int:
    """Count sockets: also those that no process holds, because they are on their way to one."""
    try:
        if os.readlink(PROC / str(number) / "ns/net") == os.readlink(PROC / "self/ns/net"):
            return 0  # without a sandbox they are everybody's
        return (PROC / str(number) / "net/unix").read_bytes().count(b"\n")
    except OSError:
        return 0


def family(root: int) -> list[int]:
    """Return the numbers of a process and all its descendants."""
    children: dict[int, list[int]] = defaultdict(list)
    try:
        numbers = [int(name) for name in os.listdir(PROC) if name.isdigit()]
    except OSError:
        return []
    for number in numbers:
        try:
            # The name in parentheses may hold anything, so count from its end.
            fields = (PROC / str(number) / "stat").read_text().rpartition(")")[2].split()
        except (OSError, ValueError):
            continue
        children[int(fields[1])].append(number)
    found, waiting = [], [root]
    while waiting:
        member = waiting.pop()
        found.append(member)
        waiting += children.pop(member, [])
    return found


def _status(number: int) -> dict[str, int]:
    wanted = ("RssAnon", "RssShmem", "Threads", "VmPTE")
    try:
        lines = (PROC / str(number) / "status").read_text().splitlines()
    except OSError:
        return {}
    pairs = (line.split(":", 1) for line in lines if line.startswith(wanted))
    return {name: int(value.split()[0]) for name, value in pairs}
