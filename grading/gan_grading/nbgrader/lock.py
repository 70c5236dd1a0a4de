"""One run at a time on a class: two would write to one gradebook."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from gan_grading.errors import GradingError

LOCK = ".autograde.lock"


class BusyError(GradingError):
    """Another run works on the class."""


@contextmanager
def only_run(root: Path) -> Iterator[None]:
    """Hold a class's lock, which ends with this process, however it ends.

    Args:
        root: the class's folder.

    Raises:
        BusyError: if somebody holds it.
    """
    try:
        import fcntl
    except ImportError:  # Windows: nothing locks there
        yield
        return
    with (root / LOCK).open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise BusyError(
                "another run grades this class: two would write to one gradebook; wait until it has ended"
            ) from error
        yield
