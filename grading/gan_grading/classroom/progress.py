"""How far a run is: one live line on a terminal, a plain line now and then where there is none."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import Self, TextIO

from tqdm import tqdm

from gan_grading.nbgrader.names import quoted

EVERY_S = 15.0
NAMES = 3


class Progress:
    """Counts submissions and names those in trouble."""

    def __init__(self, total: int, verb: str, file: TextIO | None = None) -> None:
        """Begin.

        Args:
            total: submissions there are to do.
            verb: what is done with them, such as "graded".
            file: where lines go; standard error if not given.
        """
        self._file = file or sys.stderr
        self._total, self._verb, self._done = total, verb, 0
        self._started = self._said = time.monotonic()
        self._trouble: list[str] = []
        self._bar = (
            tqdm(total=total, unit="submission", desc=verb, file=self._file, dynamic_ncols=True)
            if self._file.isatty()
            else None
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.close()

    def step(self, student: str, in_trouble: bool) -> None:
        """Count one submission.

        Args:
            student: whose it is.
            in_trouble: whether it has no score now.
        """
        self._done += 1
        if in_trouble:
            self._trouble.append(quoted(student))
        if self._bar is not None:
            self._bar.set_postfix_str(self._names(), refresh=False)
            self._bar.update()
        elif time.monotonic() - self._said > EVERY_S or self._done == self._total:
            self._said = time.monotonic()
            print(self.line(), file=self._file, flush=True)

    def line(self) -> str:
        """Return how far the run is, in one line."""
        passed = max(time.monotonic() - self._started, 1e-9)
        left = (self._total - self._done) * passed / max(self._done, 1)
        words = [f"{self._done} of {self._total} {self._verb}", f"{60 * self._done / passed:.0f} a minute"]
        if self._done < self._total:
            words.append(f"{left / 60:.0f} min left" if left >= 90 else f"{left:.0f} s left")
        return ", ".join([*words, *filter(None, [self._names()])])

    def _names(self) -> str:
        if not self._trouble:
            return ""
        more = f" and {len(self._trouble) - NAMES} more" if len(self._trouble) > NAMES else ""
        return f"in trouble: {', '.join(self._trouble[:NAMES])}{more}"
