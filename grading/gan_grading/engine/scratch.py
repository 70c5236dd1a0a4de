"""The folder a warm parent is started in, and the end of those whose grader was killed."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
import time
from pathlib import Path

PREFIX = "gan-grading-"
YOUNG_S = 60.0  # between making a folder and locking it lies a moment


class Scratch:
    """A folder that is gone when it is closed; if the process is killed first, the next one removes it."""

    def __init__(self) -> None:
        sweep()
        self.path = tempfile.mkdtemp(prefix=PREFIX)
        self._lock = os.open(self.path, os.O_RDONLY)
        _try_lock(self._lock)

    def close(self) -> None:
        """Remove it."""
        os.close(self._lock)
        shutil.rmtree(self.path, ignore_errors=True)


def sweep() -> int:
    """Remove the folders that no living process holds; return how many."""
    swept = 0
    for path in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        with contextlib.suppress(OSError):
            is_ours = path.lstat().st_uid == os.getuid() and path.is_dir() and not path.is_symlink()
            if is_ours and time.time() - path.lstat().st_mtime > YOUNG_S and _is_free(path):
                shutil.rmtree(path, ignore_errors=True)
                swept += 1
    return swept


def _is_free(path: Path) -> bool:
    handle = os.open(path, os.O_RDONLY)
    try:
        return _try_lock(handle)
    finally:
        os.close(handle)


def _try_lock(handle: int) -> bool:
    """Lock a folder; a lock ends with its process, however that ends."""
    try:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (ImportError, OSError):
        return False
    return True
