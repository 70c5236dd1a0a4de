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
        own_cells_s: wall time of the student's own cells together; the rest are then left out.
        submission_s: wall time of the whole submission; exercises not judged by then score 0.
        notebook_mb: size of the submitted file.
        source_kb: size of one answer or cell.
        extra_cells: cells of a student's own that are run.
        caps: what the student process may use up.
    """

    cell_s: float = 60.0
    request_s: float = 20.0
    exercise_s: float = 60.0
    own_cells_s: float = 180.0
    submission_s: float = 900.0
    notebook_mb: int = 256
    source_kb: int = 256
    extra_cells: int = 200
    caps: Caps = field(default_factory=Caps)
