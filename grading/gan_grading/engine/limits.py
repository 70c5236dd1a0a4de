"""Every limit on a submission, with its default and unit."""

from __future__ import annotations

from dataclasses import dataclass, field

from gan_worker.confine.caps import Caps


@dataclass(frozen=True)
class Limits:
    """What one submission may take.

    Times are of the clock, less those for which a student's process was ready to run and had no core: a busy
    machine fails nobody. What is left is its processor time and the time it sleeps.

    Attributes:
        cell_s: wall time of one cell.
        request_s: wall time of one call of a student's function.
        exercise_s: wall time of one exercise's probe.
        own_cells_s: wall time of the student's own cells together; the rest are then left out.
        submission_s: wall time of the whole submission; exercises not judged by then are ungraded.
        replays_s: wall time of starting processes and of running cells again after a crash or a hang; it
            comes on top, and exercises not judged by then are ungraded.
        loaded: how many times as long a call may take by the clock, while its process waits for a core.
        notebook_mb: size of the submitted file.
        cells: cells that are read.
        source_kb: size of one answer or cell.
        all_source_kb: size of the text of all cells together.
        outputs_mb: text and pictures that all cells together may show.
        extra_cells: cells of a student's own that are run.
        caps: what the student process may use up.
    """

    cell_s: float = 60.0
    request_s: float = 20.0
    exercise_s: float = 60.0
    own_cells_s: float = 180.0
    submission_s: float = 900.0
    replays_s: float = 900.0
    loaded: float = 10.0
    notebook_mb: int = 256
    cells: int = 1000
    source_kb: int = 256
    all_source_kb: int = 4096
    outputs_mb: int = 32
    extra_cells: int = 200
    caps: Caps = field(default_factory=Caps)
