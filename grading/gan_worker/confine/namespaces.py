"""A view of the system of one's own: users, processes, mounts, network, ipc and host name.

No root is needed where the kernel lets users make namespaces. See user_namespaces(7).
"""

from __future__ import annotations

import ctypes
import os
from pathlib import Path

from gan_worker.confine.kernel import Refused, libc, must

CLONE_NEWNS = 0x00020000
CLONE_NEWUTS = 0x04000000
CLONE_NEWIPC = 0x08000000
CLONE_NEWUSER = 0x10000000
CLONE_NEWPID = 0x20000000
CLONE_NEWNET = 0x40000000
REST = CLONE_NEWNS | CLONE_NEWUTS | CLONE_NEWIPC | CLONE_NEWUSER | CLONE_NEWNET

MS_RDONLY, MS_NOSUID, MS_NODEV, MS_NOEXEC, MS_REMOUNT = 1, 2, 4, 8, 32
MS_BIND, MS_REC, MS_PRIVATE = 4096, 16384, 1 << 18
STUDENT = 1000  # user and group number inside; outside it is the number of whoever grades
# What torch, psutil and matplotlib read of /proc where a fresh one cannot be mounted.
PROC_FILES = ("cpuinfo", "meminfo", "stat", "loadavg", "uptime", "version", "filesystems")


def fork_into_own_processes() -> int:
    """Fork a child that is process 1 of a new process namespace: when it dies, all its children do.

    Needs the right to make such namespaces, which the warm parent has within its sandbox.

    Returns:
        As ``os.fork``: 0 in the child, its number in the parent.

    Raises:
        Refused: if the kernel does not let this process make namespaces.
    """
    own = os.open("/proc/self/ns/pid", os.O_RDONLY | os.O_CLOEXEC)
    try:
        must(int(libc().unshare(ctypes.c_int(CLONE_NEWPID))), "unshare processes")
        pid = os.fork()
        if pid:
            # Or the next child would be born into the namespace of this one.
            must(int(libc().setns(ctypes.c_int(own), ctypes.c_int(CLONE_NEWPID))), "setns")
        return pid
    finally:
        os.close(own)


def unshare_the_rest() -> None:
    """Leave every other shared namespace, the one that gives the right to this included.

    Raises:
        Refused: if the kernel does not let this user make namespaces.
    """
    user, group = os.getuid(), os.getgid()
    must(int(libc().unshare(ctypes.c_int(REST))), "unshare")
    try:
        Path("/proc/self/setgroups").write_text("deny")
        Path("/proc/self/uid_map").write_text(f"{STUDENT} {user} 1")
        Path("/proc/self/gid_map").write_text(f"{STUDENT} {group} 1")
    except OSError as error:
        raise Refused(error.errno, f"user map: {error.strerror}") from error


def mount(source: str, target: str, kind: str, flags: int, options: str = "") -> None:
    """Mount something in the own mount namespace.

    Raises:
        Refused: if the kernel says no.
    """
    words = [source.encode(), target.encode(), kind.encode()]
    result = libc().mount(*words, ctypes.c_ulong(flags), options.encode() or None)
    must(int(result), f"mount {kind or source} on {target}")


def own_folders(scratch: str, megabytes: int) -> list[str]:
    """Lay an empty, size-limited scratch folder over every place one may write.

    Where libraries lie under /tmp (a checkout or an environment there), /tmp must stay visible; it becomes
    read-only instead.

    Args:
        scratch: the scratch folder; /tmp and /dev/shm become parts of it.
        megabytes: size of all three together.

    Returns:
        The places one may write.

    Raises:
        Refused: if a mount fails.
    """
    mount("", "/", "", MS_REC | MS_PRIVATE)
    options = f"size={megabytes}m,nr_inodes=20000,mode=0700"
    mount("tmpfs", scratch, "tmpfs", MS_NOSUID | MS_NODEV, options)
    writable = [scratch]
    for place in filter(os.path.isdir, ("/tmp", "/dev/shm")):
        if os.listdir(place):
            mount("", place, "", MS_REMOUNT | MS_BIND | MS_RDONLY | MS_NOSUID | MS_NODEV)
            continue
        inside = f"{scratch}/.{os.path.basename(place)}"
        os.mkdir(inside)
        mount(inside, place, "", MS_BIND)
        writable.append(place)
    return writable


def own_proc(scratch: str) -> None:
    """Show this namespace's processes only.

    A fresh /proc is refused where the outer one has covered parts; then an empty folder is laid over it,
    with the few files that programs read.

    Raises:
        Refused: if that fails too.
    """
    try:
        mount("proc", "/proc", "proc", MS_NOSUID | MS_NODEV | MS_NOEXEC)
        return
    except Refused:
        pass
    stage = f"{scratch}/.proc"
    os.mkdir(stage)
    mount("tmpfs", stage, "tmpfs", MS_NOSUID | MS_NODEV, "size=64k,nr_inodes=64,mode=0555")
    for name in ("self", *PROC_FILES):
        origin, place = f"/proc/{name}", f"{stage}/{name}"
        if os.path.isdir(origin):
            os.mkdir(place)
        elif os.path.exists(origin):
            os.close(os.open(place, os.O_CREAT | os.O_WRONLY, 0o444))
        else:
            continue
        mount(os.path.realpath(origin), place, "", MS_BIND)
    mount(stage, "/proc", "", MS_BIND | MS_REC)
