"""Where a student's own code stopped, without one line of the code that called it."""

from __future__ import annotations

import linecache
import traceback
from dataclasses import dataclass
from typing import Any

_LONGEST_MESSAGE = 240

# What torch says, and what it nearly always means in this course.
_ADVICE = (
    (
        "does not require grad",
        "Nothing that leads to this number carries a gradient: was something detached, "
        "computed under no_grad, or turned into a plain number on the way?",
    ),
    (
        "shapes cannot be multiplied",
        "A linear layer was handed rows of another width than it was built for: "
        "compare its two numbers with the last number of the shapes above.",
    ),
    (
        "more than 1 value per channel",
        "Batch normalisation compares the rows of a batch with each other, and a batch of one row has "
        "nothing to compare.",
    ),
    (
        "backward through the graph a second time",
        "One graph was walked backwards twice: was a batch or a loss kept from an earlier step?",
    ),
    (
        "element 0 of tensors",
        "backward() was called on something that is not connected to any parameter.",
    ),
)


@dataclass(frozen=True)
class Stop:
    """How a student's code stopped.

    Attributes:
        not_written: True where the released stub is still in place.
        function: Name of the innermost function of the student's that was running; "" where unknown.
        file: The file of that function, which differs from cell to cell; "" where unknown.
        line: Its line number inside the notebook cell, or None.
        source: That line as the student wrote it, without indentation; "" where unknown.
        message: Class and text of the exception, shortened.
        advice: One sentence about the usual cause, or "".
    """

    not_written: bool
    function: str
    file: str
    line: int | None
    source: str
    message: str
    advice: str

    def where(self) -> str:
        """Return "line 3: loss = a + b", or "" where neither line nor source is known."""
        if self.line is None:
            return ""
        return f"line {self.line}: {self.source}" if self.source else f"line {self.line}"


def read_stop(error: BaseException, namespace: dict[str, Any] | None) -> Stop:
    """Read from an exception where the student's code stopped.

    Args:
        error: The caught exception.
        namespace: The globals of the student's functions, which tell their frames from all others;
            None where the answer has none (a built-in, a callable object).

    Returns:
        The innermost frame that runs in ``namespace``, with the exception in one or two lines.
    """
    frames = list(traceback.walk_tb(error.__traceback__))
    own = [(frame, line) for frame, line in frames if namespace is not None and frame.f_globals is namespace]
    # A stub raises by itself and says nothing; torch raises NotImplementedError with a sentence.
    raised_by_student = bool(own) and bool(frames) and own[-1][0] is frames[-1][0]
    not_written = isinstance(error, NotImplementedError) and not str(error) and raised_by_student
    if not own:
        return Stop(not_written, "", "", None, "", _message(error), _advice(error))
    frame, line = own[-1]
    file = frame.f_code.co_filename
    source = linecache.getline(file, line, frame.f_globals).strip()
    return Stop(not_written, frame.f_code.co_name, file, line, source, _message(error), _advice(error))


def _message(error: BaseException) -> str:
    text = " ".join(str(error).split())
    if len(text) > _LONGEST_MESSAGE:
        text = text[: _LONGEST_MESSAGE - 1] + "…"
    return f"{type(error).__name__}: {text}" if text else type(error).__name__


def _advice(error: BaseException) -> str:
    text = str(error)
    return next((advice for sign, advice in _ADVICE if sign in text), "")
