"""The lines a check prints: ✓ what holds, ✗ what does not, and a sentence that teaches."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from typing import Any

from gan_course.exercises.describe import describe_call
from gan_course.exercises.stops import read_stop

_WIDTH = 100
NOT_WRITTEN = (
    "· not written yet: replace the line `raise NotImplementedError()` by your own, run the cell, come back"
)


class CheckEnded(Exception):
    """Ends a check after a line that makes the following ones pointless; it is no error."""


class Report:
    """Prints the result lines of one check as they are found.

    Attributes:
        name: The exercise's name.
        namespace: The globals the student's functions live in, to find the student's own line after an
            exception; None where unknown.
        failures: Number of ✗ lines so far.
    """

    def __init__(self, name: str, namespace: dict[str, Any] | None = None) -> None:
        self.name = name
        self.namespace = namespace
        self.failures = 0

    def passed(self, text: str) -> None:
        """Print one ✓ line."""
        print(f"✓ {text}")

    def failed(self, text: str, teach: str = "") -> None:
        """Print one ✗ line and, under it, what to think about.

        Args:
            text: What was found, beside what was wanted.
            teach: A sentence or two that lead to the mend without giving it.
        """
        self.failures += 1
        print(f"✗ {text}")
        if teach:
            print(textwrap.fill(teach, _WIDTH, initial_indent="  ", subsequent_indent="  "))

    def expect(self, holds: bool, claim: str, otherwise: str = "", teach: str = "") -> bool:
        """Print ✓ ``claim`` where it holds, else ✗ ``otherwise`` with ``teach``; return ``holds``."""
        if holds:
            self.passed(claim)
        else:
            self.failed(otherwise or claim, teach)
        return bool(holds)

    def require(self, holds: bool, otherwise: str, teach: str = "") -> None:
        """Say nothing where it holds; else print the ✗ line and end the check.

        Raises:
            CheckEnded: Where it does not hold.
        """
        if not holds:
            self.failed(otherwise, teach)
            raise CheckEnded

    def call(self, function: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """Call a student's function; after an exception show the student's own line and end the check.

        Args:
            function: The student's function or network.
            *args: What it is given.
            **kwargs: What it is given by name.

        Returns:
            Whatever the function returns.

        Raises:
            CheckEnded: Where the function is not written yet or stopped.
        """
        try:
            return function(*args, **kwargs)
        except (Exception, SystemExit) as error:
            stop = read_stop(error, self.namespace)
            if stop.not_written:
                print(NOT_WRITTEN)
                raise CheckEnded from None
            where = f" at {stop.where()}" if stop.where() else ""
            self.failed(f"your code stopped{where}", stop.message)
            if stop.advice:
                print(textwrap.fill(stop.advice, _WIDTH, initial_indent="  ", subsequent_indent="  "))
            given = f"It was given {describe_call(function, args, kwargs)}."
            print(textwrap.fill(given, _WIDTH, initial_indent="  ", subsequent_indent="  "))
            raise CheckEnded from None
