"""Every limit on a submission, with its default and unit."""

from __future__ import annotations

from dataclasses import dataclass, field

from gan_worker.confine.caps import Caps


@dataclass(frozen=True)
class Limits:
    """What one submission may take.

    Attributes:
        cell_s: wall time of one cell.
        request_s: wall time of one call of a student's function.
        exercise_s: wall time of one exercise's probe.
        submission_s: wall time of all cells and probes, repetitions after a crash left out.
        notebook_mb: size of the submitted file.
        source_kb: size of one answer or cell.
        extra_cells: cells of a student's own that are run.
        caps: what the student process may use up.
    """

    cell_s: float = 60.0
    request_s: float = 20.0
    exercise_s: float = 60.0
    submission_s: float = 600.0
    notebook_mb: int = 256
    source_kb: int = 256
    extra_cells: int = 200
    caps: Caps = field(default_factory=Caps)
