"""Keeps a warm parent running and forks one student process per submission from it."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import tempfile
import threading
from dataclasses import dataclass
from types import TracebackType
from typing import IO, Self

from gan_grading.engine.docker import open_container
from gan_grading.engine.limits import Limits
from gan_grading.engine.sandbox import Sandbox
from gan_grading.engine.scratch import Scratch
from gan_grading.engine.session import Handle, NotConfinedError, SandboxFailedError, Session
from gan_worker.confine.enter import SCRATCH

START_S = 120.0  # importing torch from a cold disk
FORK_S = 20.0
WALL = "bubblewrap: an allow-list of read-only folders, no network"


@dataclass(frozen=True)
class _Started:
    process: subprocess.Popen[bytes]
    control: socket.socket
    log: IO[bytes]
    scratch: Scratch

    def stop(self) -> None:
        self.control.close()
        self.process.kill()
        self.process.wait()
        self.log.close()
        self.scratch.close()

    def words(self) -> str:
        """Return the last line the parent wrote."""
        self.log.seek(0)
        lines = self.log.read().decode(errors="replace").strip().splitlines()
        return lines[-1] if lines else "no message"


class Pool:
    """Opens student processes; one warm parent serves a whole class.

    A context manager: at its end every process is gone.
    """

    def __init__(self, sandbox: Sandbox, limits: Limits | None = None, demos: bool = False) -> None:
        """Store how to start; nothing starts before the first session.

        Args:
            sandbox: see :func:`gan_grading.engine.sandbox.choose_sandbox`.
            limits: caps on each submission.
            demos: run the notebooks' demonstrations too, for feedback; they take minutes.
        """
        self.sandbox = sandbox
        self._demos = demos
        self.limits = limits or Limits()
        self._parent: _Started | None = None
        self._lock = threading.Lock()
        # Without nested namespaces a student could reach its parent, so no two submissions share one.
        self._nested = sandbox.kind == "bubblewrap"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the warm parent and, with it, everything inside its sandbox."""
        with self._lock:
            self._stop()

    def warm(self) -> None:
        """Start the warm parent now, so that the first submission does not wait for it.

        Raises:
            SandboxFailedError: if it does not start.
        """
        with self._lock:
            if self.sandbox.kind != "docker":  # there each submission starts afresh
                self._running()

    def open(self) -> Session:
        """Fork a fresh student process.

        Raises:
            SandboxFailedError: if the sandbox does not start or refuses.
        """
        with self._lock:
            try:
                return self._open()
            except (OSError, SandboxFailedError):
                self._stop()  # a parent that fell ill is replaced once
                return self._open()

    def _open(self) -> Session:
        if self.sandbox.kind == "docker":
            variables = self.sandbox.environment(SCRATCH, self._demos)
            return open_container(self.sandbox.program, self.limits, variables, START_S)
        parent = self._running()
        mine, theirs = socket.socketpair()
        options = {"caps": self.limits.caps.to_json(), "nested": self._nested}
        options["walled"] = self.sandbox.kind == "bubblewrap"
        with theirs:
            socket.send_fds(parent.control, [json.dumps(options).encode()], [theirs.fileno()])
        parent.control.settimeout(FORK_S)
        message, handles, _, _ = socket.recv_fds(parent.control, 4096, 1)
        if message.startswith(b"refused") and self._nested:
            mine.close()
            return self._open_alone()
        if not message.startswith(b"forked"):
            mine.close()
            raise SandboxFailedError("no student process could be started", message.decode(errors="replace"))
        handle = Handle(int(message.split()[1]), handles[0] if handles else None)
        stop = None
        if not self._nested and self.sandbox.kind == "bubblewrap":
            # This parent has served; killing it kills the submission's whole process namespace.
            stop, self._parent = parent.stop, None
        session = Session(mine, handle, self.limits, alone=stop)
        try:
            session.greet(FORK_S)
        except NotConfinedError:
            session.close()
            if self._nested:
                return self._open_alone()
            raise
        except SandboxFailedError:
            session.close()
            raise
        if self.sandbox.kind == "bubblewrap":
            session.layers = (WALL, *session.layers)
        return session

    def _open_alone(self) -> Session:
        """Go on without namespaces of the child's own, on a system that has bubblewrap only."""
        self._nested = False
        return self._open()

    def _running(self) -> _Started:
        if self._parent is None or self._parent.process.poll() is not None:
            self._stop()
            self._parent = self._start()
        return self._parent

    def _start(self) -> _Started:
        control, theirs = socket.socketpair(socket.AF_UNIX, _MESSAGES)
        log = tempfile.TemporaryFile()  # noqa: SIM115 # closed with the parent
        scratch = Scratch()  # written to only without a sandbox
        place = SCRATCH if self.sandbox.kind == "bubblewrap" else scratch.path
        with theirs:
            process = subprocess.Popen(
                self.sandbox.command(theirs.fileno()),
                pass_fds=[theirs.fileno()],
                env=self.sandbox.environment(place, self._demos),
                cwd=scratch.path,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,  # Ctrl-C reaches the grader alone, which then cleans up
            )
        started = _Started(process, control, log, scratch)
        control.settimeout(START_S)
        try:
            ready = control.recv(16)
        except TimeoutError:
            ready = b""
        if ready != b"ready":
            words = started.words()
            started.stop()
            raise SandboxFailedError(
                f"the {self.sandbox.kind} sandbox did not start: {words}",
                "student processes fork from a parent that imports torch, IPython and gan_course",
                "run the command again with --debug, or look whether those import in a fresh Python",
            )
        return started

    def _stop(self) -> None:
        if self._parent is not None:
            self._parent.stop()
            self._parent = None


# One message is one submission. Where the system has no such sockets a stream does: requests wait for
# their answers, so two never run together.
_MESSAGES = socket.SOCK_SEQPACKET if sys.platform == "linux" else socket.SOCK_STREAM
