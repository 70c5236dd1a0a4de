"""The student process: confined first, then it runs cells and answers the grader until it is killed."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import sys
from collections.abc import Callable
from os import WNOHANG, _exit, getpid
from os import fork as _fork
from os import waitpid as _waitpid
from resource import RLIMIT_FSIZE
from resource import setrlimit as _setrlimit
from typing import Any

import numpy as np
import torch

from gan_course.exercises.foreseen import foresee
from gan_course.exercises.student.foresight import Ask
from gan_course.exercises.student.wire import DEFAULT_LIMITS, Block, pack
from gan_course.exercises.student.worker import Worker, failure
from gan_worker.confine.caps import Caps
from gan_worker.confine.enter import confine
from gan_worker.confine.kernel import Refused
from gan_worker.frames import Closed, FrameTooLarge, Line, receive_frame, send_frame
from gan_worker.shell import Cells


def serve(session: Line, cells: Cells, options: dict[str, Any]) -> None:
    """Serve one submission; does not return.

    Args:
        session: the line to the grader.
        cells: a shell no student code has touched.
        options: ``caps``, ``nested`` and ``walled``, see :func:`gan_worker.confine.enter.confine`.
    """
    try:
        try:
            caps = Caps.from_json(options["caps"])
            cells.limit(caps.cell_output_kb, caps.cell_media_kb)
            hello = {"layers": confine(caps, options["nested"], options["walled"])}
        except (Refused, OSError) as error:
            send_frame(session, pack({"refused": str(error)}, {}))
            os._exit(1)
        _fresh_start()
        _find_own_modules()
        send_frame(session, pack(hello, {}))
        _answer_all(session, cells)
    except (Closed, FrameTooLarge, OSError):
        pass  # the grader is done, or has gone
    finally:
        os._exit(0)


class _Twin:
    """Lets the grader speak with a copy of this process for a while, which then ends and leaves nothing.

    What the grader tries out with answers of its own must not be seen, kept or spoiled where a student's
    answers are judged.
    """

    def __init__(self) -> None:
        self._wish, self._is_twin = "", False

    def begin(self) -> bool:
        """Ask for a copy; it answers from the next message on."""
        self._wish = "begin"
        return True

    def end(self) -> bool:
        """Ask for the copy's end; the process that was copied answers from the next message on."""
        self._wish = "end"
        return True

    def fulfil(self) -> int | None:
        """Do what was asked for, once the answer is sent; in the copy return its own number."""
        wish, self._wish = self._wish, ""
        if wish == "end" and self._is_twin:
            _exit(0)
        if wish != "begin" or self._is_twin:
            return None
        number = _fork()
        if number == 0:
            self._is_twin = True
            with contextlib.suppress(OSError, ValueError):
                _setrlimit(RLIMIT_FSIZE, (0, 0))  # it writes nothing that could be found afterwards
            return getpid()
        with contextlib.suppress(ChildProcessError):
            _waitpid(number, 0)
        return None


def _answer_all(session: Line, cells: Cells) -> None:
    owner, twin = getpid(), _Twin()
    extra: dict[str, Callable[..., Any]] = {
        "run_cell": cells.run,
        "test_cell": cells.test,
        "begin_twin": twin.begin,
        "end_twin": twin.end,
    }
    worker = Worker(cells.namespace, extra=extra, foresee=_foresee)
    while True:
        message = receive_frame(session, DEFAULT_LIMITS.max_bytes)
        try:
            answer = worker.handle(message)
        except KeyboardInterrupt as error:  # raised by student code: nobody sits at this keyboard
            answer = pack(*failure("raised", error))
        _stop_clocks()
        _stay_one(owner)
        send_frame(session, answer)
        owner = twin.fulfil() or owner


def _foresee(answer: Ask, **play: Any) -> tuple[Any, Block]:
    """Play a whole experiment; a copy that student code forks on the way does not play on."""
    owner = getpid()

    def ask(*question: Any) -> Any:
        reply = answer(*question)
        _stay_one(owner)
        return reply

    return foresee(ask, **play)


def _stay_one(owner: int) -> None:
    """End a copy of this process, and let go of processes that student code started and that have ended.

    The copy came back from a call that was not made to it, and would take the next questions from the
    process that was asked. The dead count as processes until they are let go, and many calls leave many.
    """
    if getpid() != owner:
        _exit(0)
    with contextlib.suppress(ChildProcessError):
        while _waitpid(-1, WNOHANG)[0]:
            pass


def _fresh_start() -> None:
    """Undo what the parent set for itself, and draw random numbers a fork would share with it."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    # Nobody sits at this keyboard: an interrupt could only come between two questions and end the process.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    seed = int.from_bytes(os.urandom(4), "big")
    random.seed(seed)
    np.random.seed(seed)
    torch.manual_seed(seed)


def _stop_clocks() -> None:
    """Stop timers that student code left running: their signals would strike at whatever comes next."""
    for clock in (signal.ITIMER_REAL, signal.ITIMER_VIRTUAL, signal.ITIMER_PROF):
        signal.setitimer(clock, 0)


def _find_own_modules() -> None:
    """Let `%%writefile helper.py` and then `import helper` work, as in a notebook.

    The folder comes last: a student's own numpy.py beside the notebook hides no library here.
    """
    here = os.getcwd()
    sys.path[:] = [*(place for place in sys.path if place not in ("", here)), here]


def silence() -> None:
    """Send what bypasses Python's streams nowhere, and read nothing."""
    with contextlib.suppress(OSError):
        null = os.open(os.devnull, os.O_RDWR)
        for descriptor in (0, 1, 2):
            os.dup2(null, descriptor)
        if null > 2:
            os.close(null)
