"""Runs the cells of one submission, and brings a student process that was lost back to where it was."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from gan_grading.engine.cell_outputs import CellRun
from gan_grading.engine.limits import Limits
from gan_grading.engine.pool import Pool
from gan_grading.engine.session import SandboxFailedError, Session
from gan_grading.errors import GradingError

RETRIES = 2


class OutOfTimeError(GradingError):
    """The grader's own time for one submission is up: what is left is ungraded, never a zero."""


@dataclass
class Run:
    """One submission's cells in one student process after another.

    A cell or a call that kills its process is left out when the cells before it are run again in a fresh
    one, so that it costs no other exercise anything. Starting a process and running cells again is the
    grader's doing: it takes nothing of the time the submission has, and has a limit of its own.

    Attributes:
        pool: where processes come from.
        limits: caps on each.
        layers: what held the last process in, in words.
        own_cells_s: time the student's own cells have taken.
        cells_s: time that cells have taken which a fresh process has to run again.
        needed: names of the instructor's own cells, without which nothing can be judged.
        hurried: whether a process was stopped for its time though it had hardly computed in it.
        graders_s: time that starting processes and running cells again have taken.
    """

    pool: Pool
    limits: Limits
    layers: tuple[str, ...] = ()
    own_cells_s: float = 0.0
    cells_s: float = 0.0
    graders_s: float = 0.0
    hurried: bool = False
    needed: set[str] = field(default_factory=set)
    _lost: dict[str, int] = field(default_factory=dict)
    _waited_s: float = 0.0
    _session: Session | None = None
    _ran: list[tuple[str, str]] = field(default_factory=list)
    _started: float = field(default_factory=time.monotonic)

    @property
    def deadline(self) -> float:
        """The moment of the monotonic clock at which the submission's time is up."""
        return self._started + self.limits.submission_s + self.graders_s + self.waited_s

    @property
    def waited_s(self) -> float:
        """Time for which the submission's processes had no core: it is the machine's."""
        return self._waited_s + (self._session.waited_s if self._session is not None else 0.0)

    def cell(self, name: str, source: str, repeat: bool = True) -> CellRun:
        """Run one cell.

        Args:
            name: shown in messages.
            source: its text.
            repeat: run it again where a fresh process has to take the place of this one.

        Raises:
            SandboxFailedError: if no student process can be had.
            OutOfTimeError: if bringing one back takes too long.
        """
        session = self.session()
        session.until(self.deadline)
        started = time.monotonic()
        result = session.run_cell(name, source)
        if session.alive and repeat:
            self._ran.append((name, source))
            self.cells_s += time.monotonic() - started
        return result

    def test(self, name: str, source: str) -> CellRun:
        """Run one plain test cell of the instructor's; it is not repeated, as it defines nothing.

        Raises:
            SandboxFailedError: if no student process can be had.
            OutOfTimeError: if bringing one back takes too long.
        """
        return self.probing().test_cell(name, source)

    def session(self) -> Session:
        """Return a process in which every cell so far has run.

        Raises:
            SandboxFailedError: if no student process can be had.
            OutOfTimeError: if bringing one back takes too long.
        """
        if self._session is not None and self._session.alive:
            return self._session
        started = time.monotonic()
        last = started + max(0.0, self.limits.replays_s - self.graders_s)
        try:
            while True:
                self.close()
                session = self._session = self.pool.open()
                self.layers = session.layers
                session.until(last)
                if self._replayed(session, last):
                    return session
        finally:
            self.graders_s += time.monotonic() - started

    def probing(self) -> Session:
        """Return such a process with the time limit of one exercise set.

        Raises:
            SandboxFailedError: if no student process can be had.
            OutOfTimeError: if bringing one back takes too long.
        """
        session = self.session()
        session.until(min(self.deadline, time.monotonic() + self.limits.exercise_s))
        return session

    def is_late(self) -> bool:
        """Whether the submission's time is up."""
        return time.monotonic() >= self.deadline

    def close(self) -> None:
        """End the process."""
        if self._session is not None:
            self._waited_s += self._session.waited_s
            self.hurried = self.hurried or self._session.hurried
            self._session.close()
            self._session = None

    def _replayed(self, session: Session, last: float) -> bool:
        """Run the cells so far again; one that now kills its process is dropped, and ``False`` says so.

        Raises:
            OutOfTimeError: if the time for it is up; no cell is to blame then.
        """
        for index, (name, source) in enumerate(self._ran):
            session.run_cell(name, source)
            if time.monotonic() >= last:
                raise OutOfTimeError(
                    f"running the cells again took more than {self.limits.replays_s:g} s",
                    "answers that crash or hang are each followed by a fresh process",
                    "look at the answers that were stopped, or grade the rest by hand",
                )
            if not session.alive:
                # It ran in time before: a busy machine is no reason to go on without what it defines.
                self._lost[name] = self._lost.get(name, 0) + 1
                was_slow = session.fault is not None and session.fault.kind == "timeout"
                if not was_slow or self._lost[name] > RETRIES:
                    if name in self.needed:
                        raise SandboxFailedError(f"the instructor's cell {name!r} did not run a second time")
                    del self._ran[index]
                return False
        return True
