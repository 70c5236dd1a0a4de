"""What was graded, on the disk before anything else is made of it: a run that is cut off loses nothing."""

from __future__ import annotations

import base64
import contextlib
import json
import os
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from gan_grading.errors import GradingError
from gan_grading.versions import graded_by

SLACK = 1 << 20  # bytes that do not count and are not worth a new file


class JournalError(GradingError):
    """The journal cannot be read or written."""


@dataclass(frozen=True)
class Entry:
    """One graded submission.

    Attributes:
        student: the student's id.
        fingerprint: of what was graded.
        data: what a worker made of it.
    """

    student: str
    fingerprint: str
    data: bytes


class Journal:
    """The journal of one assignment in one class: lines are added, never changed.

    Of a student the last line counts. Where what no longer counts has become more than what does, as when a
    class was graded again and again, it is left out when the journal is opened.

    A line is a checksum and an entry as JSON. The last line may be torn where the power failed; it counts
    for nothing and is cut off, as its submission is graded again.
    """

    def __init__(self, path: Path) -> None:
        """Open a journal and look through it.

        Raises:
            JournalError: if that is not possible.
        """
        self._path = path
        self._places: dict[str, tuple[str, int, int]] = {}
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
            self._end = self._look_through()
            os.ftruncate(self._handle, self._end)
            _flush_folder(path.parent)
            self._leave_out()
        except OSError as error:
            raise _failed(path, error) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.close(self._handle)

    def find(self, student: str, fingerprint: str) -> Entry | None:
        """Return what was made of a student's submission last, if that is the one with this fingerprint."""
        last, start, length = self._places.get(student, ("", 0, 0))
        if last != fingerprint:
            return None
        found = _read(os.pread(self._handle, length, start))
        return None if found is None else Entry(student, last, base64.b85decode(found["data"]))

    def append(self, entries: Sequence[Entry]) -> None:
        """Add entries; they are on the disk when this returns.

        Raises:
            JournalError: if they could not be written; none of them counts then.
        """
        places, lines, start = {}, [], self._end
        for each in entries:
            lines.append(_line(each))
            places[each.student] = (each.fingerprint, start, len(lines[-1]))
            start += len(lines[-1])
        try:
            _write(self._handle, b"".join(lines), self._end)
            os.fsync(self._handle)
        except OSError as error:
            raise _failed(self._path, error) from error
        self._places |= places
        self._end = start

    def _look_through(self) -> int:
        """Note where each student's last entry lies; return where the last whole line ends."""
        end = 0
        with self._path.open("rb") as file:
            for line in file:
                if not line.endswith(b"\n"):
                    break
                found = _read(line)
                if found is not None:
                    self._places[found["student"]] = (found["fingerprint"], end, len(line))
                end += len(line)
        return end

    def _leave_out(self) -> None:
        """Make the journal anew of the lines that count, if most do not; one is whole at any moment."""
        counted = sorted(self._places.items(), key=lambda item: item[1][1])
        size = sum(length for _, (_, _, length) in counted)
        if self._end - size <= max(size, SLACK):
            return
        draft = self._path.with_name(f".{self._path.name}.draft")
        handle = os.open(draft, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600)
        places, end = {}, 0
        try:
            for student, (fingerprint, start, length) in counted:
                _write(handle, os.pread(self._handle, length, start), end)
                places[student] = (fingerprint, end, length)
                end += length
            os.fsync(handle)
            draft.replace(self._path)
        except OSError:  # no room for both: the long one serves as well
            os.close(handle)
            draft.unlink(missing_ok=True)
            return
        _flush_folder(self._path.parent)
        os.close(self._handle)
        self._handle, self._places, self._end = handle, places, end


def _write(handle: int, data: bytes, start: int) -> None:
    """Write every byte at one place: what a failed attempt left there is written over."""
    waiting = memoryview(data)
    while waiting:
        done = os.pwrite(handle, waiting, start)
        waiting, start = waiting[done:], start + done


def _flush_folder(folder: Path) -> None:
    """Let a file that was made just now be found after the power failed; not every system can say so."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _line(entry: Entry) -> bytes:
    data = base64.b85encode(entry.data).decode()
    line = {"student": entry.student, "fingerprint": entry.fingerprint, "by": graded_by(), "data": data}
    text = json.dumps(line).encode()
    return b"%08x %s\n" % (zlib.crc32(text), text)


def _read(line: bytes) -> dict[str, Any] | None:
    checksum, _, text = line.rstrip(b"\n").partition(b" ")
    if checksum != b"%08x" % zlib.crc32(text):
        return None
    found: dict[str, Any] = json.loads(text)
    return found


def _failed(path: Path, error: OSError) -> JournalError:
    return JournalError(
        f"{path}: {error.strerror}",
        "results are kept there before anything else is made of them",
        "make room or mend its rights, and run the same command again: it goes on where it stopped",
    )
