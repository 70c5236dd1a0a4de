"""The grader's end of one student process: asks with a deadline, watches, kills."""

from __future__ import annotations

import json
import os
import select
import signal
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from gan_course.exercises.student.handle import StudentFault, fault_of, request
from gan_course.exercises.student.wire import DEFAULT_LIMITS, Block, WireError, pack, unpack
from gan_grading.engine.limits import Limits
from gan_grading.engine.watch import Usage, pid_behind, usage
from gan_grading.errors import GradingError
from gan_worker.frames import HEADER, header

WATCH_S = 0.05
PART = 1 << 20


class SandboxFailedError(GradingError):
    """The sandbox did not start or broke: the grader's fault, never the student's."""


class NotConfinedError(SandboxFailedError):
    """The kernel refused one of the layers that were asked for."""


@dataclass(frozen=True)
class Handle:
    """The process to kill.

    Attributes:
        number: its number, which means something here only where there is no handle.
        descriptor: a pidfd, where the system has them.
    """

    number: int
    descriptor: int | None


@dataclass(frozen=True)
class CellRun:
    """What running one cell gave.

    Attributes:
        error: what it raised or why it was stopped; ``None`` if it ran to its end.
        outputs: in the notebook's form, as far as they can be read.
        value: of a test cell's last expression, where it is a number.
    """

    error: StudentFault | None
    outputs: list[dict[str, Any]]
    value: float | None = None


class Session:
    """One student process, from its birth to its end.

    Any call that is late, dies or breaks the rules of the wire ends the process; every later call raises
    the same :class:`StudentFault`.
    """

    def __init__(
        self, line: socket.socket, handle: Handle, limits: Limits, alone: Callable[[], None] | None = None
    ) -> None:
        """Take over a new process.

        Args:
            line: the socket it answers on.
            handle: the process to kill.
            limits: caps on each call.
            alone: stops the sandbox itself, where it holds this process only.
        """
        self._line, self._handle, self._limits, self._alone = line, handle, limits, alone
        self._line.setblocking(False)
        self._buffer = bytearray()
        self._deadline: float | None = None
        self._base: Usage | None = None
        self.layers: tuple[str, ...] = ()
        self.fault: StudentFault | None = None

    @property
    def alive(self) -> bool:
        """Whether the process can still be asked."""
        return self.fault is None

    def greet(self, seconds: float) -> None:
        """Wait until the process has locked itself in.

        Raises:
            NotConfinedError: if it could not.
            SandboxFailedError: if it said nothing.
        """
        try:
            hello, _ = unpack(self._receive(time.monotonic() + seconds))
        except (StudentFault, WireError) as error:
            raise SandboxFailedError(f"a student process did not start: {error}") from error
        if "layers" not in hello:
            raise NotConfinedError(f"a student process could not be confined: {hello.get('refused')}")
        self.layers = tuple(str(layer) for layer in hello["layers"])
        self._base = self._usage()

    def until(self, deadline: float | None) -> None:
        """Let no call last beyond this moment of the monotonic clock."""
        self._deadline = deadline

    def ask(self, tree: Any, block: Block) -> tuple[Any, Block]:
        """Send one request and return the answer: the channel of the handle on student code.

        Raises:
            StudentFault: if the process is late, dead or over a limit.
            WireError: if what came back is no answer.
        """
        # A whole play is one message; it may take what an exercise may take.
        whole = tree["op"] == "foresee"
        seconds = self._limits.exercise_s if whole else self._limits.request_s
        return unpack(self._ask(pack(tree, block), seconds))

    def run_cell(self, name: str, source: str) -> CellRun:
        """Run one cell; faults are part of the answer."""
        return self._run("run_cell", name, source)

    def test_cell(self, name: str, source: str) -> CellRun:
        """Run one test cell of the instructor's; faults are part of the answer."""
        return self._run("test_cell", name, source)

    def _run(self, op: str, name: str, source: str) -> CellRun:
        try:
            answer = request(_Timed(self, self._limits.cell_s), op, name=name, source=source)
            error = None if answer["error"] is None else fault_of(answer["error"])
            found = json.loads(answer["outputs"].tensor.numpy().tobytes())
            value = answer.get("value")
        except StudentFault as fault:
            return CellRun(fault, [])
        except Exception:  # whatever student code made of the answer, it is not one
            return CellRun(StudentFault("wire", "the cell's answer could not be read"), [])
        outputs = [output for output in found if _is_output(output)] if isinstance(found, list) else []
        return CellRun(error, outputs, value if isinstance(value, float) else None)

    def close(self) -> None:
        """Kill the process and everything it started."""
        self._kill()
        self._line.close()
        if self._handle.descriptor is not None:
            os.close(self._handle.descriptor)
            self._handle = Handle(-1, None)

    # ---- one request --------------------------------------------------------------------------

    def _ask(self, message: bytes, seconds: float) -> bytes:
        if self.fault is not None:
            raise self.fault
        deadline = time.monotonic() + seconds
        if self._deadline is not None:
            deadline = min(deadline, self._deadline)
        try:
            self._discard()
            self._send(message, deadline)
            return self._receive(deadline)
        except StudentFault as fault:
            self.fault = fault
            self._kill()
            raise

    def _discard(self) -> None:
        """Throw away what came unasked: it is no answer to what is asked next."""
        self._buffer.clear()
        for _ in range(64):
            try:
                if not self._line.recv(PART):
                    raise self._died()
            except BlockingIOError:
                return
            except OSError as error:
                raise self._died() from error
        raise StudentFault("wire", "the process sends without being asked")

    def _send(self, message: bytes, deadline: float) -> None:
        waiting = memoryview(header(len(message)) + message)
        while waiting:
            try:
                waiting = waiting[self._line.send(waiting[:PART]) :]
            except BlockingIOError:
                self._wait(deadline, writing=True)
            except OSError as error:
                raise self._died() from error

    def _receive(self, deadline: float) -> bytes:
        while True:
            if len(self._buffer) >= HEADER:
                size = int.from_bytes(self._buffer[:HEADER], "big")
                if size > DEFAULT_LIMITS.max_bytes:
                    raise StudentFault("wire", f"an answer of {size} bytes is more than may cross")
                if len(self._buffer) >= HEADER + size:
                    message = bytes(self._buffer[HEADER : HEADER + size])
                    self._buffer.clear()
                    return message
            self._wait(deadline, writing=False)
            try:
                part = self._line.recv(PART)
            except BlockingIOError:
                continue
            except OSError as error:
                raise self._died() from error
            if not part:
                raise self._died()
            self._buffer += part

    def _wait(self, deadline: float, writing: bool) -> None:
        """Wait until the line is ready, looking now and then at what the process uses."""
        while True:
            left = deadline - time.monotonic()
            if left <= 0:
                raise StudentFault("timeout", "stopped after the time allowed")
            lines = [self._line]
            ready = select.select(*(([], lines) if writing else (lines, [])), [], min(left, WATCH_S))
            if ready[0] or ready[1]:
                return
            self._look()

    def _look(self) -> None:
        """Stop a process that uses too much.

        Raises:
            StudentFault: if it does.
        """
        now = self._usage()
        if now is None or self._base is None:
            return
        caps = self._limits.caps
        if now.beyond(self._base) > caps.memory_mb:
            raise StudentFault("memory", f"used more than {caps.memory_mb} MB of memory")
        if now.processes > caps.processes:
            raise StudentFault("memory", f"had more than {caps.processes} processes and threads at once")

    def _usage(self) -> Usage | None:
        if self._handle.descriptor is None:
            return usage(self._handle.number) if self._handle.number > 0 else None
        number = pid_behind(self._handle.descriptor)
        return None if number is None else usage(number)

    def _died(self) -> StudentFault:
        return StudentFault("died", "the process ended before it answered")

    def _kill(self) -> None:
        try:
            if self._alone is not None:
                self._alone()
            elif self._handle.descriptor is not None:
                signal.pidfd_send_signal(self._handle.descriptor, signal.SIGKILL)
            elif self._handle.number > 0:
                os.killpg(self._handle.number, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            pass  # it has ended by itself


class _Timed:
    """The same line with another time limit."""

    def __init__(self, session: Session, seconds: float) -> None:
        self._session, self._seconds = session, seconds

    def ask(self, tree: Any, block: Block) -> tuple[Any, Block]:
        return unpack(self._session._ask(pack(tree, block), self._seconds))


def _is_output(output: Any) -> bool:
    """Tell whether what came back can stand in a notebook."""
    if not isinstance(output, dict):
        return False
    kind = output.get("output_type")
    if kind == "stream":
        return output.get("name") in ("stdout", "stderr") and isinstance(output.get("text"), str)
    if kind == "error":
        return all(isinstance(output.get(key), str) for key in ("ename", "evalue"))
    return kind in ("display_data", "execute_result") and isinstance(output.get("data"), dict)
