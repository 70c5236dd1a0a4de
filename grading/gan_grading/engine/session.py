"""The grader's end of one student process: asks with a deadline, watches, kills."""

from __future__ import annotations

import os
import signal
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import torch

from gan_course.exercises.student.handle import StudentFault, fault_of, request
from gan_course.exercises.student.wire import Block, WireError, pack, unpack
from gan_grading.engine.cell_outputs import CellRun, read_outputs
from gan_grading.engine.limits import Limits
from gan_grading.engine.line import Line
from gan_grading.engine.watch import CoreTimes, Family, Usage, core_times, pid_behind, usage
from gan_grading.errors import GradingError
from gan_grading.shown import shown

HARDLY = 0.5  # of the time it had


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


class Session:
    """One student process, from its birth to its end.

    Any call that is late, dies or breaks the rules of the wire ends the process; every later call raises
    the same :class:`StudentFault`.

    Attributes:
        layers: what holds the process in, in words.
        waited_s: seconds for which the process had no core, in all calls together: not the student's.
        hurried: whether it was stopped for its time though it had hardly computed in it.
        fault: why it can no longer be asked.
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
        self._line = Line(line, self._look, self._waited)
        self._handle, self._limits, self._alone = handle, limits, alone
        self._deadline: float | None = None
        self._before, self._most = CoreTimes(0.0, 0.0), 0.0
        self.waited_s, self.hurried = 0.0, False
        self._base: Usage | None = None
        self._family = Family()
        self.layers: tuple[str, ...] = ()
        self.fault: StudentFault | None = None

    @property
    def alive(self) -> bool:
        """Whether the process can still be asked."""
        return self.fault is None

    @property
    def doubt(self) -> bool:
        """Whether it has spoken unasked or beside the rules, so that something else may answer for it."""
        return self._line.doubt

    def greet(self, seconds: float) -> None:
        """Wait until the process has locked itself in.

        Raises:
            NotConfinedError: if it could not.
            SandboxFailedError: if it said nothing.
        """
        try:
            hello, _ = unpack(self._line.receive(time.monotonic() + seconds))
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
        return self._exchange(tree, block, self._limits.exercise_s if whole else self._limits.request_s)

    def run_cell(self, name: str, source: str) -> CellRun:
        """Run one cell; faults are part of the answer."""
        return self._run("run_cell", name, source)

    def test_cell(self, name: str, source: str) -> CellRun:
        """Run one test cell of the instructor's; faults are part of the answer."""
        return self._run("test_cell", name, source)

    def _run(self, op: str, name: str, source: str) -> CellRun:
        try:
            # As bytes: text in the tree is cut to what a value may have, and a cell may be longer.
            text = torch.frombuffer(bytearray(f"{source}\n".encode()), dtype=torch.uint8)
            answer = request(_Timed(self, self._limits.cell_s), op, name=name, source=text)
            error = None if answer["error"] is None else fault_of(_safe(answer["error"]))
            data = answer["outputs"].tensor.numpy().tobytes()
            value = answer.get("value")
        except StudentFault as fault:
            return CellRun(fault, [])
        except Exception:  # whatever student code made of the answer, it is not one
            return CellRun(StudentFault("wire", "the cell's answer could not be read"), [])
        outputs, notices = read_outputs(data, self._limits.caps)
        return CellRun(error, outputs, value if isinstance(value, float) else None, notices)

    def company(self) -> int:
        """Return how many processes there are beside the one that answers, unburied ones included."""
        number = self._number()
        return 0 if number is None else len(self._family.members(number)) - 1

    def close(self) -> None:
        """Kill the process and everything it started."""
        self._kill()
        self._line.close()
        if self._handle.descriptor is not None:
            os.close(self._handle.descriptor)
            self._handle = Handle(-1, None)

    # ---- one request --------------------------------------------------------------------------

    def _exchange(self, tree: Any, block: Block, seconds: float) -> tuple[Any, Block]:
        message = self._ask(pack(tree, block), seconds)
        try:
            reply, arrived = unpack(message)
        except WireError:
            self._line.doubt = True
            raise
        if isinstance(reply, dict) and "error" in reply:
            reply = {"error": _safe(reply["error"])}
        return reply, arrived

    def _ask(self, message: bytes, seconds: float) -> bytes:
        if self.fault is not None:
            raise self.fault
        deadline = time.monotonic() + seconds
        if self._deadline is not None:
            deadline = min(deadline, self._deadline)
        self._before, self._most = core_times(self._number()), (self._limits.loaded - 1) * seconds
        try:
            try:
                return self._line.exchange(message, deadline)
            finally:
                # While the process is there to be asked.
                ran, moved = self._times()
                self.waited_s += moved
                if self._deadline is not None:
                    self._deadline += moved
        except StudentFault as fault:
            self.fault, self.hurried = fault, fault.kind == "timeout" and ran < seconds * HARDLY
            self._kill()
            raise

    def _times(self) -> CoreTimes:
        """Return how long the process ran and waited since the last question, the latter within limits."""
        ran, waited = core_times(self._number()).since(self._before)
        return CoreTimes(ran, min(waited, self._most))

    def _waited(self) -> float:
        return self._times().waited

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
        if now.sockets - self._base.sockets > caps.sockets:
            raise StudentFault("memory", f"had more than {caps.sockets} sockets at once")

    def _usage(self) -> Usage | None:
        number = self._number()
        return None if number is None else usage(self._family.members(number))

    def _number(self) -> int | None:
        if self._handle.descriptor is not None:
            return pid_behind(self._handle.descriptor)
        return self._handle.number if self._handle.number > 0 else None

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
        return self._session._exchange(tree, block, self._seconds)


def _safe(error: Any) -> Any:
    """Return an error's description with every text in it fit to be shown."""
    if not isinstance(error, dict):
        return error
    return {key: shown(value) if isinstance(value, str) else value for key, value in error.items()}
