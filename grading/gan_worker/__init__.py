"""gan_worker: everything of the grader that a student process may see.

The package executes requests inside the student's process: run a cell, call a function, hand in a
spy, read state and gradients back. It knows no probe, no expected value and no solution, imports
nothing of ``gan_grading``, and sends back plain data only (see :mod:`gan_worker.wire`).
"""

from gan_worker.wire import Limits, WireError, pack, unpack
from gan_worker.worker import Worker

__all__ = ["Limits", "WireError", "Worker", "pack", "unpack"]
