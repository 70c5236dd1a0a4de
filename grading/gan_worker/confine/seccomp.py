"""Seccomp: system calls no exercise needs are refused with "not permitted". See seccomp(2).

The filter is a list of what is taken away, not of what is allowed: the namespaces are the wall, this
narrows the kernel's surface behind it and closes stores of memory that no other cap counts. Of sockets only
those between processes of one machine are left: others reach what no network namespace separates.
"""

from __future__ import annotations

import ctypes
import errno
import struct

from gan_worker.confine.kernel import libc, machine, must, no_new_privileges

PR_SET_SECCOMP, MODE_FILTER = 22, 2
ALLOW, ERRNO, KILL = 0x7FFF0000, 0x00050000, 0x80000000
LOAD, JUMP_EQUAL, JUMP_AT_LEAST, JUMP_ANY_BIT, RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
NUMBER_AT, ARCH_AT, FIRST_ARGUMENT_AT, SECOND_ARGUMENT_AT, THIRD_ARGUMENT_AT = 0, 4, 16, 24, 32
NEW_NAMESPACE = 0x7E020000  # every CLONE_NEW* flag that clone takes
X32 = 0x40000000  # x86's second numbering of the same calls

# name: (x86_64, aarch64)
REFUSED: dict[str, tuple[int, int]] = {
    "mount": (165, 40),
    "umount2": (166, 39),
    "pivot_root": (155, 41),
    "chroot": (161, 51),
    "move_mount": (429, 429),
    "open_tree": (428, 428),
    "fsopen": (430, 430),
    "fsconfig": (431, 431),
    "fsmount": (432, 432),
    "mount_setattr": (442, 442),
    "unshare": (272, 97),
    "setns": (308, 268),
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "pidfd_getfd": (438, 438),
    "kcmp": (312, 272),
    "bpf": (321, 280),
    "perf_event_open": (298, 241),
    "userfaultfd": (323, 282),
    "io_uring_setup": (425, 425),
    "io_uring_enter": (426, 426),
    "io_uring_register": (427, 427),
    "add_key": (248, 217),
    "request_key": (249, 218),
    "keyctl": (250, 219),
    "memfd_create": (319, 279),
    "memfd_secret": (447, 447),
    "shmget": (29, 194),
    "shmat": (30, 196),
    "msgget": (68, 186),
    "mq_open": (240, 180),
    "kexec_load": (246, 104),
    "init_module": (175, 105),
    "finit_module": (313, 273),
    "delete_module": (176, 106),
    "open_by_handle_at": (304, 265),
    "name_to_handle_at": (303, 264),
    "quotactl": (179, 60),
    "acct": (163, 89),
    "swapon": (167, 224),
    "reboot": (169, 142),
    "syslog": (103, 116),
    "vhangup": (153, 58),
}
SOCKETS: dict[str, tuple[int, int]] = {"socket": (41, 198), "socketpair": (53, 199)}
SETSOCKOPT = (54, 208)
AF_UNIX, SOL_SOCKET = 1, 1
# What a socket may hold in the kernel's memory, with and without the right to go beyond the system's limit.
BUFFER_SIZES = (7, 8, 32, 33)
ARCHITECTURES = {"x86_64": (0xC000003E, 0, 56), "aarch64": (0xC00000B7, 1, 220)}
CLONE3 = 435


def restrict() -> bool:
    """Install the filter for this process and its children, for good.

    Returns:
        Whether it was installed; ``False`` on a processor the table does not know.

    Raises:
        Refused: if the kernel says no.
    """
    if machine() not in ARCHITECTURES:
        return False
    program = _program(*ARCHITECTURES[machine()])
    code = ctypes.create_string_buffer(program, len(program))
    header = struct.pack("HxxxxxxP", len(program) // 8, ctypes.addressof(code))
    no_new_privileges()
    pointer = ctypes.create_string_buffer(header, len(header))
    must(int(libc().prctl(PR_SET_SECCOMP, MODE_FILTER, pointer, 0, 0)), "seccomp")
    return True


def _program(architecture: int, column: int, clone: int) -> bytes:
    """Assemble the filter: eight bytes an instruction, jumps relative to the next one."""
    numbers = [pair[column] for pair in REFUSED.values() if pair[column] is not None]
    lines = [
        (LOAD, 0, 0, ARCH_AT),
        (JUMP_EQUAL, 1, 0, architecture),
        (RETURN, 0, 0, KILL),  # another architecture's numbers would mean other calls
        (LOAD, 0, 0, NUMBER_AT),
        (JUMP_AT_LEAST, 0, 1, X32),
        (RETURN, 0, 0, ERRNO | errno.ENOSYS),
        # clone3 hides its flags in memory; without it the C library falls back to clone.
        (JUMP_EQUAL, 0, 1, CLONE3),
        (RETURN, 0, 0, ERRNO | errno.ENOSYS),
    ]
    for number in numbers:
        lines += [(JUMP_EQUAL, 0, 1, int(number or 0)), (RETURN, 0, 0, ERRNO | errno.EPERM)]
    lines += _sockets(column)
    lines += [
        (JUMP_EQUAL, 0, 3, clone),
        (LOAD, 0, 0, FIRST_ARGUMENT_AT),
        (JUMP_ANY_BIT, 0, 1, NEW_NAMESPACE),
        (RETURN, 0, 0, ERRNO | errno.EPERM),
        (RETURN, 0, 0, ALLOW),
    ]
    return b"".join(struct.pack("HBBI", *line) for line in lines)


def _sockets(column: int) -> list[tuple[int, int, int, int]]:
    """Allow sockets of one family, each with the buffers the system gives it."""
    lines: list[tuple[int, int, int, int]] = []
    for numbers in SOCKETS.values():
        lines += [
            (JUMP_EQUAL, 0, 4, numbers[column]),
            (LOAD, 0, 0, FIRST_ARGUMENT_AT),
            (JUMP_EQUAL, 0, 1, AF_UNIX),
            (RETURN, 0, 0, ALLOW),
            (RETURN, 0, 0, ERRNO | errno.EPERM),
        ]
    checks = [(JUMP_EQUAL, len(BUFFER_SIZES) - at, 0, name) for at, name in enumerate(BUFFER_SIZES)]
    asked = [
        (LOAD, 0, 0, SECOND_ARGUMENT_AT),
        (JUMP_EQUAL, 0, 1 + len(checks), SOL_SOCKET),
        (LOAD, 0, 0, THIRD_ARGUMENT_AT),
        *checks,
        (RETURN, 0, 0, ALLOW),
        (RETURN, 0, 0, ERRNO | errno.EPERM),
    ]
    return [*lines, (JUMP_EQUAL, 0, len(asked), SETSOCKOPT[column]), *asked]
