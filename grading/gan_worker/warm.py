"""The warm parent: imports once what every submission needs, then forks one process per submission.

Started by the grader as ``python -m gan_worker.warm FD``. On the socket FD it gets one message per
submission: options as JSON, and with them one end of a new socket on which the child answers. It runs
no student code and knows nothing of the grader.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import json
import os
import pkgutil
import signal
import socket
import sys

from gan_worker.confine.namespaces import fork_into_own_processes
from gan_worker.serve import serve, silence
from gan_worker.shell import Cells, make_cells

READY = b"ready"


def warm_up() -> Cells:
    """Import and touch everything that would otherwise be loaded anew in each child."""
    import matplotlib.pyplot as plt
    import torch

    torch.set_num_threads(1)

    cells = make_cells(64, 4096)
    layer = torch.nn.Linear(2, 1)
    optimizer = torch.optim.SGD(layer.parameters(), lr=0.1)  # its first use loads half of torch
    torch.nn.functional.softplus(layer(torch.ones(3, 2))).mean().backward()
    optimizer.step()
    _load_course()
    cells.run("warm", "print(0)")
    cells.reset()
    plt.close("all")
    return cells


def _load_course() -> None:
    """Import the whole library the notebooks import from."""
    import gan_course

    for module in pkgutil.walk_packages(gan_course.__path__, "gan_course."):
        if not module.name.endswith(("__main__", ".cli")):
            with contextlib.suppress(Exception):  # a part that fails to import fails again where it is used
                importlib.import_module(module.name)


def main() -> None:
    """Warm up, say so, and fork until the grader hangs up."""
    control = socket.socket(fileno=int(sys.argv[1]))
    cells = warm_up()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the kernel collects dead children
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the grader, which hangs up
    control.sendall(READY)
    gc.collect()
    gc.freeze()  # or the first collection in each child would copy every page
    while True:
        message, descriptors, _, _ = socket.recv_fds(control, 1 << 16, 1)
        if not message:
            os._exit(0)
        options = json.loads(message)
        try:
            pid = fork_into_own_processes() if options["nested"] else os.fork()
        except OSError as error:
            control.sendall(b"refused: " + str(error).encode())
            pid = -1
        if pid == 0:
            control.close()
            silence()
            serve(socket.socket(fileno=descriptors[0]), cells, options)
        if pid > 0:
            _hand_over(control, pid)
        for descriptor in descriptors:
            os.close(descriptor)


def _hand_over(control: socket.socket, pid: int) -> None:
    """Tell the grader which process to kill; a handle, where there is one, outlives a reuse of its number."""
    try:
        handle = os.pidfd_open(pid)
    except (AttributeError, OSError):  # macOS has none
        control.sendall(b"forked %d" % pid)
        return
    socket.send_fds(control, [b"forked %d" % pid], [handle])
    os.close(handle)


if __name__ == "__main__":
    main()
