"""Lock the calling process in: every layer the system offers, in the order that works."""

from __future__ import annotations

import os

from gan_worker.confine import caps, landlock, namespaces, seccomp
from gan_worker.confine.kernel import Refused, drop_capabilities

SCRATCH = "/scratch"
DEVICES = (
    "/dev/null",
    "/dev/zero",
    "/dev/full",
    "/dev/random",
    "/dev/urandom",
    "/dev/tty",
    "/dev/pts",  # for `!command`, which IPython runs on a terminal of its own
    "/dev/ptmx",
)


def confine(limits: caps.Caps, nested: bool, walled: bool) -> list[str]:
    """Lock this process in.

    Args:
        limits: what may be used up.
        nested: the process was forked into a process namespace of its own; take the others too.
        walled: apply Landlock and seccomp and give up capabilities.

    Returns:
        What holds now, in words.

    Raises:
        Refused: if a layer that was asked for cannot be had.
    """
    layers: list[str] = []
    writable = [SCRATCH, "/tmp", "/dev/shm"]
    if nested:
        namespaces.unshare_the_rest()
        writable = namespaces.own_folders(SCRATCH, limits.scratch_mb)
        namespaces.own_proc(SCRATCH)
        layers.append("user, pid, mount, network, ipc and host name namespaces")
    else:
        os.setsid()
    if walled:
        os.chdir(SCRATCH)
    caps.apply(limits, count_processes=nested)
    layers.append("limits on memory, processor time, processes, file size and open files")
    if walled:
        drop_capabilities()
        layers += _rules(writable)
    return layers


def _rules(writable: list[str]) -> list[str]:
    layers = []
    version = landlock.restrict(writable=(*writable, *DEVICES))
    if version:
        layers.append(f"Landlock {version}")
    try:
        if seccomp.restrict():
            layers.append("seccomp")
    except Refused:
        pass  # a kernel without filters; the namespaces hold without it, and the report does not name it
    return layers
