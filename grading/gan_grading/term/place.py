"""Which folder is the class: one answer for every command, and for nbgrader's own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

from gan_grading.term.classfile import CLASS_FILE, ClassError

ROOT_VARIABLE = "GAN_COURSE_ROOT"
RULE = f"a class is a folder that holds {CLASS_FILE}"
MEND = "run in one, name it with --class DIR, or make one with gan-grade init FOLDER"

_named: ContextVar[Path | None] = ContextVar("class_folder", default=None)


@contextmanager
def class_named(folder: Path | None) -> Iterator[None]:
    """Let all that looks for the class find this folder.

    Args:
        folder: as ``--class`` names it; ``None`` leaves everything as it is.

    Raises:
        ClassError: if it is no folder.
    """
    if folder is not None and not folder.is_dir():
        raise ClassError(str(folder), RULE, MEND)
    token = _named.set(folder.resolve() if folder else _named.get())
    try:
        yield
    finally:
        _named.reset(token)


def class_at_hand() -> Path | None:
    """Return the class that ``--class`` names, else the nearest that holds the place one stands in."""
    here = Path.cwd()
    above = (each for each in (here, *here.parents) if (each / CLASS_FILE).is_file())
    return _named.get() or next(above, None)


def class_by_variable() -> Path | None:
    """Return the folder that ``GAN_COURSE_ROOT`` names."""
    named = os.environ.get(ROOT_VARIABLE)
    return Path(named).resolve() if named else None
