"""Every error the library raises on purpose.

::

    GanCourseError
    ├── UnknownNameError      a data set, assignment, loss or optimiser that does not exist
    ├── DeviceError           a device that is not there
    ├── ShapeError            a tensor whose shape does not fit
    ├── DataError
    │   ├── DownloadError     no mirror delivered the file
    │   └── ChecksumError     a file is not the one that was published
    ├── SetupError            networks, losses or optimisers that cannot train, found before training
    ├── TrainingError
    │   └── DivergedError     a loss became NaN, infinite or exploded
    ├── CheckpointError       a checkpoint that cannot be read or does not fit the networks
    ├── AssignmentError       an assignment that cannot be copied
    └── MissingPackageError   an optional package that is not installed

Each message is one line: what was given, the rule, and what to do.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable


class GanCourseError(Exception):
    """The base of every error in this library: catch it to catch them all."""


class UnknownNameError(GanCourseError, ValueError):
    """A name that is not in the list of known ones."""


class DeviceError(GanCourseError, ValueError):
    """A device that is unknown or not present on this machine."""


class ShapeError(GanCourseError, ValueError):
    """A tensor whose shape does not fit what the function needs."""


class DataError(GanCourseError):
    """A data set that cannot be read."""


class DownloadError(DataError, OSError):
    """No mirror delivered the file."""


class ChecksumError(DataError):
    """A file on disk is not the one that was published."""


class SetupError(GanCourseError, ValueError):
    """Networks, losses or optimisers that cannot be trained together."""


class TrainingError(GanCourseError):
    """Training had to stop."""


class DivergedError(TrainingError, ArithmeticError):
    """A loss became NaN, infinite or too large to go on."""


class CheckpointError(GanCourseError):
    """A checkpoint that cannot be read, or belongs to other networks."""


class AssignmentError(GanCourseError):
    """An assignment that cannot be copied to where it was asked for."""


class MissingPackageError(GanCourseError, ImportError):
    """An optional package that is not installed."""


def unknown_name(kind: str, given: object, known: Iterable[str]) -> UnknownNameError:
    """Build the one-line error for a name that does not exist.

    Args:
        kind: What was looked for, for example ``"data set"``.
        given: What the caller wrote.
        known: The names that do exist.

    Returns:
        The error, ready to be raised; it lists the names and suggests the nearest one.

    >>> str(unknown_name("data set", "rnig", ["ring", "grid"]))
    "no data set is called 'rnig': did you mean 'ring'? There are: grid, ring."
    """
    names = sorted(known)
    near = difflib.get_close_matches(str(given), names, n=1)
    guess = f": did you mean {near[0]!r}?" if near else "."
    return UnknownNameError(f"no {kind} is called {given!r}{guess} There are: {', '.join(names) or 'none'}.")
