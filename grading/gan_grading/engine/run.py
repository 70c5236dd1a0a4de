"""Runs the cells of one submission, and brings a student process that was lost back to where it was."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from gan_course.exercises.student.handle import StudentFault
from gan_grading.engine.limits import Limits
from gan_grading.engine.pool import Pool
from gan_grading.engine.session import CellRun, Session


@dataclass
class Run:
    """One submission's cells in one student process after another.

    A cell or a call that kills its process is left out when the cells before it are run again in a fresh
    one, so that it costs no other exercise anything.

    Attributes:
        pool: where processes come from.
        limits: caps on each.
        layers: what held the last process in, in words.
        own_cells_s: time the student's own cells have taken.
    """

    pool: Pool
    limits: Limits
    layers: tuple[str, ...] = ()
    own_cells_s: float = 0.0
    _session: Session | None = None
    _ran: list[tuple[str, str]] = field(default_factory=list)
    _started: float = field(default_factory=time.monotonic)

    @property
    def deadline(self) -> float:
        """The moment of the monotonic clock at which the submission's time is up."""
        return self._started + self.limits.submission_s

    def cell(self, name: str, source: str) -> CellRun:
        """Run one cell.

        Raises:
            SandboxFailedError: if no student process can be had.
        """
        session = self.session()
        session.until(self.deadline)
        result = session.run_cell(name, source)
        if session.alive:
            self._ran.append((name, source))
        return result

    def test(self, name: str, source: str) -> CellRun:
        """Run one plain test cell of the instructor's; it is not repeated, as it defines nothing.

        Raises:
            SandboxFailedError: if no student process can be had.
        """
        return self.probing().test_cell(name, source)

    def session(self) -> Session:
        """Return a process in which every cell so far has run.

        Raises:
            SandboxFailedError: if no student process can be had.
        """
        if self._session is not None and self._session.alive:
            return self._session
        while True:
            self.close()
            session = self._session = self.pool.open()
            self.layers = session.layers
            session.until(self.deadline)
            if self._replayed(session):
                return session

    def probing(self) -> Session:
        """Return such a process with the time limit of one exercise set.

        Raises:
            SandboxFailedError: if no student process can be had.
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
            self._session.close()
            self._session = None

    def _replayed(self, session: Session) -> bool:
        """Run the cells so far again; one that now kills its process is dropped, and ``False`` says so."""
        for index, (name, source) in enumerate(self._ran):
            session.run_cell(name, source)
            if not session.alive:
                del self._ran[index]
                return False
        return True


def late() -> StudentFault:
    """Return the fault of an exercise whose turn came after the submission's time."""
    return StudentFault("timeout", "the notebook as a whole took longer than the time allowed")
