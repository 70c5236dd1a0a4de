"""Where a student's own code stopped, without one line of the code that called it."""

from __future__ import annotations

import linecache
import traceback
from dataclasses import dataclass
from typing import Any

_LONGEST_MESSAGE = 240

# What torch says (a part of it, in lower case), a name of our own for it, and what it means in this course.
# Torch's texts and classes change with its versions: only the name is ever stored.
_KNOWN = (
    (
        "does not require grad",
        "no_graph",
        "Nothing that leads to this number carries a gradient: was something detached, "
        "computed under no_grad, or turned into a plain number on the way?",
    ),
    (
        "grad can be implicitly created only for scalar",
        "not_a_scalar",
        "backward() starts from one number, and this is a whole vector of them. "
        "Which way to one number leaves each slope as it is?",
    ),
    (
        "a leaf variable that requires grad",
        "leaf_in_place",
        "A parameter (or any tensor made with requires_grad) was written into while autograd was watching. "
        "Make a new tensor, or do it under torch.no_grad().",
    ),
    (
        "modified by an inplace operation",
        "changed_in_place",
        "A number that the backward pass still needs was overwritten: by a method that ends in _, by +=, "
        "or by an optimiser's step taken too early. Make a new tensor, or compute the graph again after the step.",
    ),
    (
        "between 0 and 1",
        "not_a_probability",
        "This loss takes probabilities and was given numbers outside of 0 to 1: logits, most likely.",
    ),
    (
        "shapes cannot be multiplied",
        "layer_width",
        "A linear layer was handed rows of another width than it was built for: "
        "compare its two numbers with the last number of the shapes above.",
    ),
    (
        "more than 1 value per channel",
        "batch_norm_of_one",
        "Batch normalisation compares the rows of a batch with each other, and a batch of one row has "
        "nothing to compare.",
    ),
    (
        "backward through the graph a second time",
        "graph_twice",
        "One graph was walked backwards twice: was a batch or a loss kept from an earlier step?",
    ),
    (
        "'nonetype' object has no attribute",
        "nothing_there",
        "A value is None where a tensor was expected. If it is a .grad: it stays None until backward() has run, "
        "and for a tensor that is no leaf it stays None for ever.",
    ),
    (
        "must match the size of tensor",
        "sizes_differ",
        "Two tensors of different sizes met: write down the shape of both sides of the operation.",
    ),
    (
        "element 0 of tensors",
        "no_graph",
        "backward() was called on something that is not connected to any parameter.",
    ),
    (
        "out of bounds",
        "no_such_place",
        "An index reaches beyond the end: places count from 0, so the last of n is n − 1.",
    ),
    (
        "index out of range",
        "no_such_place",
        "An index reaches beyond the end: places count from 0, so the last of n is n − 1.",
    ),
    (
        "class values must be",
        "no_such_class",
        "A label is no class: labels count from 0, so the last of n classes is n − 1.",
    ),
)
UNNAMED = "other"  # the kind of an error that nothing is known of


def advice_on(type_name: str, message: str) -> str:
    """Say what an error usually means in this course; "" where nothing is known."""
    return next((advice for sign, _, advice in _KNOWN if sign in message.lower()), "")


def category(type_name: str, message: str) -> str:
    """Name the kind of an error in words that do not change with torch's version."""
    return next((name for sign, name, _ in _KNOWN if sign in message.lower()), UNNAMED)


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
        return Stop(
            not_written, "", "", None, "", _message(error), advice_on(type(error).__name__, str(error))
        )
    frame, line = own[-1]
    file = frame.f_code.co_filename
    source = linecache.getline(file, line, frame.f_globals).strip()
    return Stop(
        not_written,
        frame.f_code.co_name,
        file,
        line,
        source,
        _message(error),
        advice_on(type(error).__name__, str(error)),
    )


def _message(error: BaseException) -> str:
    text = " ".join(str(error).split())
    if len(text) > _LONGEST_MESSAGE:
        text = text[: _LONGEST_MESSAGE - 1] + "…"
    return f"{type(error).__name__}: {text}" if text else type(error).__name__
