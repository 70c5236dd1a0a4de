"""One student process on standard input and output: how the engine uses a Docker container.

Started as ``python -m gan_worker.stdio OPTIONS``, options as JSON. The container is the wall, and holds one
submission; inside it the process limits itself as far as the container lets it.
"""

from __future__ import annotations

import json
import os
import sys

from gan_worker.serve import serve, silence
from gan_worker.warm import warm_up


class Pipes:
    """Two pipes that pass for a socket."""

    def __init__(self, reading: int, writing: int) -> None:
        self._reading, self._writing = reading, writing

    def recv(self, size: int) -> bytes:
        """Return up to ``size`` bytes, or none at the end."""
        return os.read(self._reading, size)

    def sendall(self, data: bytes) -> None:
        """Write every byte."""
        waiting = memoryview(data)
        while waiting:
            waiting = waiting[os.write(self._writing, waiting) :]


def main() -> None:
    """Serve one submission."""
    options = json.loads(sys.argv[1])
    # What student code prints must not mix with the answers.
    pipes = Pipes(os.dup(0), os.dup(1))
    silence()
    serve(pipes, warm_up(), options)


if __name__ == "__main__":
    main()
