"""A problem found by a check of the release: where, which rule, how to mend it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gan_grading.errors import one_line


@dataclass(frozen=True)
class Problem:
    """One broken rule.

    Attributes:
        where: file, and cell where there is one.
        rule: short name of the rule, such as ``one_test``.
        found: what was found there.
        mend: what to do; a command where one mends it.
    """

    where: str
    rule: str
    found: str
    mend: str

    def __str__(self) -> str:
        return one_line(f"{self.where}: [{self.rule}] {self.found}; {self.mend}")


Problems = Iterator[Problem]
