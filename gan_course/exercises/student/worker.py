"""The worker: takes one message, does what it asks in the student's namespace, answers with one."""

from __future__ import annotations

import linecache
import traceback
from collections.abc import Callable
from typing import Any

from gan_course.exercises.student.objects import Objects
from gan_course.exercises.student.operations import Operations
from gan_course.exercises.student.text import encodable
from gan_course.exercises.student.wire import (
    DEFAULT_LIMITS,
    Block,
    Decoder,
    Encoder,
    Limits,
    UndefinedError,
    WireError,
    pack,
    unpack,
)

MAX_MESSAGE = 500


class Worker:
    """Serves the grader's requests over one namespace of student code."""

    def __init__(
        self,
        namespace: dict[str, Any],
        limits: Limits = DEFAULT_LIMITS,
        extra: dict[str, Callable[..., Any]] | None = None,
        foresee: Callable[..., tuple[Any, Block]] | None = None,
    ) -> None:
        """Serve a namespace.

        Args:
            namespace: where the student's cells ran.
            limits: caps on each message.
            extra: further operations by name, such as running a cell.
            foresee: plays a whole experiment, see :mod:`gan_course.exercises.foreseen`.
        """
        self._limits = limits
        self._objects = Objects()
        self._operations = Operations(namespace, self._objects)
        self._extra = extra or {}
        self._foresee = foresee
        self._given = ""

    def handle(self, message: bytes) -> bytes:
        """Answer one request that came as bytes; see :meth:`answer`."""
        try:
            return pack(*self.answer(*unpack(message, self._limits)), self._limits)
        except WireError as error:
            return pack(*failure("wire", error))

    def answer(self, tree: Any, block: Block) -> tuple[Any, Block]:
        """Answer one request. Never raises: what goes wrong is part of the answer.

        ``KeyboardInterrupt`` passes through, so that a person can stop a notebook.
        """
        try:
            return self._answer(tree, block)
        except UndefinedError as error:
            return failure("undefined", error)
        except WireError as error:
            return failure("wire", error)
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # SystemExit in an answer is an error of the answer
            described, block = failure("raised", error)
            described["error"]["given"], self._given = self._given, ""
            return described, block

    def _answer(self, tree: Any, block: Block) -> tuple[Any, Block]:
        decoder = Decoder(block, self._objects.find, self._limits)
        arguments = decoder.value(tree["arguments"])
        if tree["op"] == "foresee" and self._foresee is not None:
            self._operations.forget()
            return self._foresee(self.answer, **arguments)
        try:
            result = self._operation(str(tree["op"]))(**arguments)
        except WireError:
            raise
        except Exception:
            if "target" in arguments:
                self._given = encodable(self._operations.describe(**arguments)[:MAX_MESSAGE])
            raise
        encoder = Encoder(self._objects.keep, self._limits)
        return {"ok": encoder.value(result)}, encoder.block

    def _operation(self, name: str) -> Callable[..., Any]:
        if name in self._extra:
            return self._extra[name]
        if name.startswith("_") or not hasattr(Operations, name):
            raise WireError(f"no operation {name!r}")
        return getattr(self._operations, name)  # type: ignore[no-any-return]


def failure(kind: str, error: BaseException) -> tuple[Any, Block]:
    """Return the answer that tells of an error."""
    return {"error": describe_error(kind, error)}, {}


def describe_error(kind: str, error: BaseException) -> dict[str, Any]:
    """Describe an error in plain data: its type, message, and the student's own line.

    Args:
        kind: ``"raised"`` by student code, or ``"wire"``.
        error: what was raised.
    """
    try:
        text = encodable(str(error)[:MAX_MESSAGE])
    except Exception:  # a lying __str__ is no reason to lose the answer
        text = "(the error has no readable message)"
    trace = error.__traceback__ if kind == "raised" else None
    name = encodable(type(error).__name__[:MAX_MESSAGE])
    return {"kind": kind, "type": name, "message": text, **_student_line(trace)}


def _student_line(trace: Any) -> dict[str, Any]:
    """Find the deepest frame that belongs to a notebook cell."""
    for frame in reversed(traceback.extract_tb(trace) if trace else []):
        if frame.filename.startswith("<cell") or "ipykernel_" in frame.filename:
            source = linecache.getline(frame.filename, frame.lineno or 0).strip()
            source = encodable(source[:MAX_MESSAGE])
            return {"line": frame.lineno, "source": source, "function": encodable(frame.name[:MAX_MESSAGE])}
    return {"line": None, "source": "", "function": ""}
