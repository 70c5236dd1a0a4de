"""Landlock: the kernel refuses files that are not on the list, whoever asks. See landlock(7)."""

from __future__ import annotations

import ctypes
import os
import struct
from collections.abc import Iterable

from gan_worker.confine.kernel import Refused, no_new_privileges, syscall

# The same numbers on every architecture Linux has added since 2011.
CREATE_RULESET, ADD_RULE, RESTRICT_SELF = 444, 445, 446
RULE_PATH_BENEATH = 1

EXECUTE, WRITE_FILE, READ_FILE, READ_DIR = 1, 2, 4, 8
READ = EXECUTE | READ_FILE | READ_DIR
# Rights each version of the interface knows about files: 13 at first, then refer, truncate, ioctl_dev.
FILE_RIGHTS = {1: (1 << 13) - 1, 2: (1 << 14) - 1, 3: (1 << 15) - 1, 5: (1 << 16) - 1}
TCP = 3  # bind and connect, since version 4
SCOPE = 3  # abstract sockets and signals, since version 6


def version() -> int:
    """Return the interface's version on this kernel; 0 where there is none."""
    try:
        return syscall("landlock version", CREATE_RULESET, None, ctypes.c_size_t(0), ctypes.c_uint32(1))
    except Refused:
        return 0


def restrict(writable: Iterable[str], readable: Iterable[str] = ("/",)) -> int:
    """Restrict this process and its children for good.

    Args:
        writable: folders in which everything is allowed, and devices that may be written.
        readable: folders whose files may be read and started.

    Returns:
        The version used; 0 if this kernel has no Landlock and nothing was restricted.

    Raises:
        Refused: if the kernel has Landlock and says no.
    """
    found = version()
    if found == 0:
        return 0
    rights = FILE_RIGHTS[max(v for v in FILE_RIGHTS if v <= found)]
    attributes = struct.pack("=QQQ", rights, TCP if found >= 4 else 0, SCOPE if found >= 6 else 0)
    # An older kernel takes the shorter form of the structure.
    attributes = attributes[: 8 if found < 4 else 16 if found < 6 else 24]
    ruleset = syscall(
        "landlock ruleset", CREATE_RULESET, attributes, ctypes.c_size_t(len(attributes)), ctypes.c_uint32(0)
    )
    try:
        for folder in readable:
            _allow(ruleset, folder, READ)
        for place in writable:
            _allow(ruleset, place, rights)
        no_new_privileges()
        syscall("landlock restrict", RESTRICT_SELF, ctypes.c_int(ruleset), ctypes.c_uint32(0))
    finally:
        os.close(ruleset)
    return found


def _allow(ruleset: int, path: str, rights: int) -> None:
    if not os.path.exists(path):
        return
    if not os.path.isdir(path):
        rights &= EXECUTE | WRITE_FILE | READ_FILE | (1 << 14) | (1 << 15)  # truncate, ioctl_dev
    handle = os.open(path, os.O_PATH | os.O_CLOEXEC)
    try:
        rule = struct.pack("=Qi", rights, handle)
        syscall(
            f"landlock rule {path}",
            ADD_RULE,
            ctypes.c_int(ruleset),
            ctypes.c_int(RULE_PATH_BENEATH),
            rule,
            ctypes.c_uint32(0),
        )
    finally:
        os.close(handle)
