"""Messages to and from one student process, with deadlines, and a look at it twenty times a second."""

from __future__ import annotations

import select
import socket
import time
from collections.abc import Callable

from gan_course.exercises.student.handle import StudentFault
from gan_course.exercises.student.wire import DEFAULT_LIMITS
from gan_worker.frames import HEADER, header

WATCH_S = 0.05
PART = 1 << 20
UNASKED = 64  # parts thrown away before a process is stopped for sending them


class Line:
    """The grader's end of a socket; what breaks its rules is the student's fault.

    Attributes:
        doubt: whether something came unasked, so that another process may have spoken.
    """

    def __init__(
        self, end: socket.socket, look: Callable[[], None], waited: Callable[[], float] = lambda: 0.0
    ) -> None:
        """Take over a socket.

        Args:
            end: the socket.
            look: called while waiting; raises what stops the process.
            waited: called once a deadline has passed; returns by how many seconds it moves, since the
                process had no core for so long.
        """
        self._end, self._look, self._waited = end, look, waited
        self._end.setblocking(False)
        self._buffer = bytearray()
        self._looked = time.monotonic()
        self.doubt = False

    def close(self) -> None:
        """Close the socket."""
        self._end.close()

    def exchange(self, message: bytes, deadline: float) -> bytes:
        """Send one message and return the next one that comes.

        Args:
            message: the bytes.
            deadline: moment of the monotonic clock.

        Raises:
            StudentFault: if the process is late, dead, over a limit or beside the rules.
        """
        self._discard()
        self._send(message, deadline)
        return self.receive(deadline)

    def receive(self, deadline: float) -> bytes:
        """Return the next message; see :meth:`exchange`."""
        while True:
            if len(self._buffer) >= HEADER:
                size = int.from_bytes(self._buffer[:HEADER], "big")
                if size > DEFAULT_LIMITS.max_bytes:
                    raise StudentFault("wire", f"an answer of {size} bytes is more than may cross")
                if len(self._buffer) >= HEADER + size:
                    message = bytes(self._buffer[HEADER : HEADER + size])
                    self.doubt = self.doubt or len(self._buffer) > HEADER + size
                    self._buffer.clear()
                    return message
            self._wait(deadline, writing=False)
            try:
                part = self._end.recv(PART)
            except BlockingIOError:
                continue
            except OSError as error:
                raise _died() from error
            if not part:
                raise _died()
            self._buffer += part

    def _discard(self) -> None:
        """Throw away what came unasked: it is no answer to what is asked next."""
        self.doubt = self.doubt or bool(self._buffer)
        self._buffer.clear()
        for _ in range(UNASKED):
            try:
                if not self._end.recv(PART):
                    raise _died()
                self.doubt = True
            except BlockingIOError:
                return
            except OSError as error:
                raise _died() from error
        raise StudentFault("wire", "the process sends without being asked")

    def _send(self, message: bytes, deadline: float) -> None:
        waiting = memoryview(header(len(message)) + message)
        while waiting:
            try:
                waiting = waiting[self._end.send(waiting[:PART]) :]
            except BlockingIOError:
                self._wait(deadline, writing=True)
            except OSError as error:
                raise _died() from error

    def _wait(self, deadline: float, writing: bool) -> None:
        """Wait until the line is ready, looking now and then at what the process uses."""
        while True:
            # Also where the line is always ready: a process may send byte by byte to go unseen.
            if time.monotonic() - self._looked > WATCH_S:
                self._look()
                self._looked = time.monotonic()
            left = deadline - time.monotonic()
            if left <= 0:
                left += self._waited()
            if left <= 0:
                raise StudentFault("timeout", "stopped after the time allowed")
            lines = [self._end]
            ready = select.select(*(([], lines) if writing else (lines, [])), [], min(left, WATCH_S))
            if ready[0] or ready[1]:
                return


def _died() -> StudentFault:
    return StudentFault("died", "the process ended before it answered")
