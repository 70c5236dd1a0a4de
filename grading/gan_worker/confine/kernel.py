"""System calls Python has no name for, through the C library that is loaded anyway."""

from __future__ import annotations

import ctypes
import os
import platform
from functools import cache

PR_SET_NO_NEW_PRIVS = 38
PR_CAPBSET_DROP = 24


class Refused(OSError):
    """The kernel refused a step of the confinement."""


@cache
def libc() -> ctypes.CDLL:
    """The C library of this process."""
    return ctypes.CDLL(None, use_errno=True)


def machine() -> str:
    """The processor's family as the kernel names it."""
    return platform.machine()


def must(result: int, what: str) -> int:
    """Return a C result, or raise what went wrong.

    Raises:
        Refused: if ``result`` is negative; the message names ``what``.
    """
    if result < 0:
        number = ctypes.get_errno()
        raise Refused(number, f"{what}: {os.strerror(number)}")
    return result


def syscall(what: str, number: int, *arguments: object) -> int:
    """Make a system call by number.

    Raises:
        Refused: if it fails.
    """
    return must(int(libc().syscall(ctypes.c_long(number), *arguments)), what)


def prctl(what: str, option: int, value: int = 0) -> int:
    """Change a property of this process.

    Raises:
        Refused: if the kernel says no.
    """
    words = [ctypes.c_ulong(w) for w in (value, 0, 0, 0)]
    return must(int(libc().prctl(ctypes.c_int(option), *words)), what)


def no_new_privileges() -> None:
    """Promise that no program started from here can gain rights; Landlock and seccomp ask for it."""
    prctl("no_new_privs", PR_SET_NO_NEW_PRIVS, 1)


def drop_capabilities() -> None:
    """Give up every capability for good, those of the own user namespace included."""
    for capability in range(64):
        if int(libc().prctl(PR_CAPBSET_DROP, capability, 0, 0, 0)) < 0:
            break  # past the last one this kernel knows
    version = (ctypes.c_uint32 * 2)(0x20080522, 0)  # _LINUX_CAPABILITY_VERSION_3, this process
    nothing = (ctypes.c_uint32 * 6)()
    must(int(libc().capset(version, nothing)), "capset")
