"""What a network is shown of a noise source's rows, in the order in which it is shown them.

Two right answers may draw different rows: one draws a batch in portions, another draws some rows that it
only prints. What they compute would differ, and with it what can be compared. So the network that is fed by a
source counts the rows it is shown for the first time, and computes with the source's first, second, third
row, whichever of them it was given. An answer that draws what it uses, in order, never notices.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import torch


@dataclass
class Page:
    """The rows that one source handed out.

    Attributes:
        skip: so many of the rows shown first are not counted.
        period: after so many rows the count begins again; 0 for never.
        rows: in the order drawn.
        shown: for each row that was shown, by its bytes, how many were shown before it.
    """

    skip: int = 0
    period: int = 0
    rows: list[torch.Tensor] = field(default_factory=list)
    drawn: dict[bytes, int] = field(default_factory=dict)
    shown: dict[bytes, int] = field(default_factory=dict)

    def stands_for(self, row: torch.Tensor) -> torch.Tensor:
        """Return the row that is computed with where ``row`` is shown; a row of another origin is itself."""
        name = row.numpy().tobytes()
        if name not in self.drawn:
            return row
        order = self.shown.setdefault(name, len(self.shown)) - self.skip
        if order < 0:
            return -row  # shown, and not counted: nothing may come out right by it
        return self.rows[order % self.period if self.period else order]


class NoiseOrder:
    """The pages of all sources of one student process, by name; a new source of a name begins a new page."""

    def __init__(self) -> None:
        """Begin without any."""
        self._pages: dict[str, Page] = {}

    def __deepcopy__(self, memo: dict[int, Any]) -> NoiseOrder:
        """Stay one: a copy of a network that student code makes is shown what the network is shown."""
        return self

    def open(self, source: str, skip: int = 0, period: int = 0) -> None:
        """Begin the page of a source."""
        self._pages[source] = Page(skip, period)

    def drawn(self, source: str, batch: torch.Tensor) -> None:
        """Note the rows (n, dim) that a source handed out."""
        page = self._pages[source]
        for row in batch.clone():
            page.drawn[row.numpy().tobytes()] = len(page.rows)
            page.rows.append(row)

    def counted(self, source: str, x: torch.Tensor) -> torch.Tensor:
        """Return what a network computes with where it is shown x, (..., dim); gradients reach x."""
        page = self._pages.get(source)
        given = x.detach()
        if page is None or not page.rows or given.ndim == 0 or given.shape[-1] != len(page.rows[0]):
            return x
        flat = given.reshape(-1, given.shape[-1]).contiguous()
        other = torch.stack([page.stands_for(row) for row in flat]) if len(flat) else flat
        if torch.equal(other, flat):
            return x
        return other.reshape(given.shape) + (x - given)
