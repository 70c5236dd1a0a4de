"""How much a student process and its children use, read from outside while they run."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

PROC = "/proc"


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
        lines = _read(f"{PROC}/self/fdinfo/{handle}").splitlines()
    except OSError:
        return None
    for line in lines:
        if line.startswith(b"Pid:"):
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
        ran, waited, _ = _read(f"{PROC}/{number}/schedstat").split()
        return CoreTimes(int(ran) / 1e9, int(waited) / 1e9)
    except (OSError, ValueError):
        return CoreTimes(0.0, 0.0)


def usage(members: Sequence[int]) -> Usage | None:
    """Measure a process and its descendants; ``None`` where there is no /proc or it is gone.

    Args:
        members: see :meth:`Family.members`; the process itself comes first.
    """
    seen = [status for status in map(_status, members) if status]
    if not seen:
        return None
    # Tables of pages are the kernel's, and grow with what is mapped.
    memory = tuple(sum(s.get(kind, 0) for kind in ("RssAnon", "RssShmem", "VmPTE")) / 1024 for s in seen)
    return Usage(sum(s.get("Threads", 1) for s in seen), memory, _sockets(members[0]))


def _sockets(number: int) -> int:
    """Count sockets: also those that no process holds, because they are on their way to one."""
    try:
        if os.readlink(f"{PROC}/{number}/ns/net") == os.readlink(f"{PROC}/self/ns/net"):
            return 0  # without a sandbox they are everybody's
        return _read(f"{PROC}/{number}/net/unix").count(b"\n")
    except OSError:
        return 0


class Family:
    """Finds a process and its descendants among all processes of the machine, again and again.

    A process that does not descend from another one never will: one that dies hands its children to one of
    their ancestors. So who was found to be a stranger is not read again. He is known by his number and by the
    number of his folder in /proc, which is a new one where another process comes to bear his number.
    """

    def __init__(self) -> None:
        self._strangers: set[tuple[int, int]] = set()

    def members(self, root: int) -> list[int]:
        """Return the numbers of a process and all its descendants."""
        try:
            with os.scandir(PROC) as entries:
                present = {(int(e.name), e.inode()) for e in entries if e.name.isdigit()}
        except OSError:
            return []
        self._strangers &= present
        strangers = {number for number, _ in self._strangers}
        unknown = {number: inode for number, inode in present if number not in strangers}
        parents = {number: parent for number in unknown if (parent := _parent(number)) is not None}
        children: dict[int, list[int]] = defaultdict(list)
        for number, parent in parents.items():
            children[parent].append(number)
        # Down from the first process of all and from known strangers, never through the root. Whose parent
        # died a moment ago is on neither side, and is looked at again.
        others = _below([0, *strangers], children, root)
        self._strangers |= {(number, unknown[number]) for number in others if number in unknown}
        return _below([root], children)


def _below(tops: list[int], children: Mapping[int, list[int]], root: int | None = None) -> list[int]:
    """Return these processes and all below them, a root and what is below it left out."""
    found, waiting = [], list(tops)
    while waiting:
        member = waiting.pop()
        found.append(member)
        waiting += [child for child in children.get(member, ()) if child != root]
    return found


def _parent(number: int) -> int | None:
    try:
        # The name in parentheses may hold anything, so count from its end.
        return int(_read(f"{PROC}/{number}/stat").rpartition(b")")[2].split()[1])
    except (OSError, ValueError, IndexError):
        return None


def _read(path: str) -> bytes:
    """Return a file of the kernel's; Python's own layers take several times as long."""
    handle = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        parts = []
        while part := os.read(handle, 1 << 16):
            parts.append(part)
        return b"".join(parts)
    finally:
        os.close(handle)


def _status(number: int) -> dict[str, int]:
    wanted = (b"RssAnon", b"RssShmem", b"Threads", b"VmPTE")
    try:
        lines = _read(f"{PROC}/{number}/status").splitlines()
    except OSError:
        return {}
    pairs = (line.split(b":", 1) for line in lines if line.startswith(wanted))
    return {name.decode(): int(value.split()[0]) for name, value in pairs}
