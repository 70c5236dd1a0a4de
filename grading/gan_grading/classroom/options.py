"""What the instructor chooses for a run on a class."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Options:
    """How much of a class is done, and where.

    Attributes:
        students: whose submissions; all if empty.
        jobs: processes on this machine; one a core if not given.
        cluster: address of a Dask scheduler to be used instead.
        force: do unchanged submissions too.
        new_seed: replace the class's seed, which grades everybody again; of no meaning for feedback.
    """

    students: tuple[str, ...] = ()
    jobs: int | None = None
    cluster: str | None = None
    force: bool = False
    new_seed: bool = False
