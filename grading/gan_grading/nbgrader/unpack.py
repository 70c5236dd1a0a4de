"""Unpack a zip or tar archive that a student made: plain files and folders below one folder, up to limits.

The standard library is trusted to read the formats, not what an archive says about itself: sizes are counted
while bytes come out, and names are judged before anything is written.
"""

from __future__ import annotations

import gzip
import io
import re
import shutil
import stat
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from gan_grading.errors import SubmissionError

CHUNK = 1 << 16
MB = 1 << 20
MAX_DEPTH_OF_FOLDERS = 20
HEADERS = 4 * MB
HEADERS_PER_MEMBER = 4096  # header, padding, and a long name in a header of its own
# A read from a bzip2 or lzma member returns all that its packed bytes hold, thousands of times as much.
ZIP_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
# What the readers of the standard library raise on archives that are damaged, locked or forged.
UNREADABLE = (
    zipfile.BadZipFile,
    tarfile.TarError,
    zlib.error,
    EOFError,
    OSError,
    RuntimeError,  # an encrypted member; NotImplementedError, for a feature zipfile lacks, is one too
    ValueError,
)
ASK = "ask for an archive of the notebook alone"


class ArchiveError(SubmissionError):
    """An archive that is not unpacked."""


@dataclass
class Budget:
    """What may still come out of an archive; what comes out of it also comes out of the one around it.

    Attributes:
        members: files and folders left.
        size: bytes left.
        file_size: bytes one file may have.
        around: the budget of the archive that holds this one.
    """

    members: int
    size: int
    file_size: int
    around: Budget | None = None
    _all: tuple[int, int] = field(init=False)

    def __post_init__(self) -> None:
        self._all = self.members, self.size

    @property
    def taken(self) -> tuple[int, int]:
        """Members and bytes that came out."""
        return self._all[0] - self.members, self._all[1] - self.size

    def take_member(self) -> None:
        """Count one member.

        Raises:
            ArchiveError: if there are too many.
        """
        self.members -= 1
        if self.members < 0:
            raise ArchiveError("too many members", f"at most {self._all[0]} may come out of an archive", ASK)
        if self.around:
            self.around.take_member()

    def take(self, count: int) -> None:
        """Count bytes.

        Raises:
            ArchiveError: if there are too many.
        """
        self.size -= count
        if self.size < 0:
            raise ArchiveError(
                "too large", f"at most {self._all[1] / MB:g} MB may come out of an archive", ASK
            )
        if self.around:
            self.around.take(count)


def unpack(archive: Path, folder: Path, budget: Budget) -> None:
    """Unpack an archive into an empty folder.

    Args:
        archive: a zip file, or a tar file, compressed with gzip or not.
        folder: where to; after an error it holds what came out before.
        budget: what may come out.

    Raises:
        ArchiveError: if the archive cannot be read, or holds what it must not.
    """
    try:
        if zipfile.is_zipfile(archive):
            _unpack_zip(archive, folder, budget)
        else:
            _unpack_tar(archive, folder, budget)
    except FileExistsError as error:
        raise ArchiveError("a name stands in it twice", "names must differ", ASK) from error
    except UNREADABLE as error:
        given = f"it cannot be unpacked ({error})"
        raise ArchiveError(given, "it must be a whole zip or tar file without a password", ASK) from error


def _unpack_zip(archive: Path, folder: Path, budget: Budget) -> None:
    with zipfile.ZipFile(archive) as opened:
        for member in opened.infolist():
            budget.take_member()
            path = _inside(folder, member.filename)
            kind = stat.S_IFMT(member.external_attr >> 16)  # 0 where the archive was not made on Unix
            if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
                raise _not_plain(member.filename)
            if member.is_dir():
                path.mkdir(parents=True, exist_ok=True)
                continue
            if member.compress_type not in ZIP_METHODS:
                given = f"member {member.filename!r} is packed with method {member.compress_type}"
                raise ArchiveError(given, "zip members must be stored or deflated", ASK)
            with opened.open(member) as packed:
                _write(packed, path, budget, member.filename)


def _unpack_tar(archive: Path, folder: Path, budget: Budget) -> None:
    with _decompressed(archive, budget) as stream, tarfile.open(fileobj=stream, mode="r|") as opened:
        for member in opened:
            budget.take_member()
            if not (member.isreg() or member.isdir()):
                raise _not_plain(member.name)
            path = _inside(folder, member.name)
            if hasattr(tarfile, "data_filter"):  # Python 3.11.4; a second opinion on names and kinds
                tarfile.data_filter(member, str(folder))
            if member.isdir():
                path.mkdir(parents=True, exist_ok=True)
                continue
            packed = opened.extractfile(member)
            assert packed is not None  # it is a plain file
            _write(packed, path, budget, member.name)


@contextmanager
def _decompressed(archive: Path, budget: Budget) -> Iterator[IO[bytes]]:
    with archive.open("rb") as raw:
        is_gzip = raw.read(2) == b"\x1f\x8b"
        raw.seek(0)
        if is_gzip:
            with gzip.open(raw) as plain:
                yield _Headers(plain, budget)  # type: ignore[misc] # tarfile asks for read alone
        else:
            yield _Headers(raw, budget)  # type: ignore[misc]


class _Headers(io.RawIOBase):
    """A tar stream that stops where headers grow large: tarfile holds a header's text in memory."""

    def __init__(self, stream: IO[bytes] | gzip.GzipFile, budget: Budget) -> None:
        self._stream, self._budget, self._read = stream, budget, 0

    def read(self, size: int = -1, /) -> bytes:
        data = self._stream.read(CHUNK if size < 0 else size)
        self._read += len(data)
        members, files = self._budget.taken
        if self._read - files > HEADERS + members * HEADERS_PER_MEMBER:
            raise ArchiveError("too large", "its headers are larger than names need", ASK)
        return data


def _write(packed: IO[bytes], path: Path, budget: Budget, name: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    left = budget.file_size
    with path.open("xb") as file:  # x: a second member of the same name is an error
        while chunk := packed.read(CHUNK):
            left -= len(chunk)
            if left < 0:
                given = f"member {shortened(name)} is too large"
                raise ArchiveError(given, f"one file may have {budget.file_size / MB:g} MB", ASK)
            budget.take(len(chunk))
            file.write(chunk)


def _inside(folder: Path, name: str) -> Path:
    parts = re.split(r"[/\\]", name)
    is_absolute = parts[0] == "" or re.match(r"[A-Za-z]:", name)
    if is_absolute or ".." in parts:
        given = f"member {shortened(name)} points outside the archive's folder"
        raise ArchiveError(given, "names must stay below it", ASK)
    if not name.isprintable() or "\\" in name or len(parts) > MAX_DEPTH_OF_FOLDERS:
        rule = f"names are printable, without backslashes, at most {MAX_DEPTH_OF_FOLDERS} folders deep"
        raise ArchiveError(f"member {shortened(name)} has an unusable name", rule, ASK)
    return folder / name


def _not_plain(name: str) -> ArchiveError:
    given = f"member {shortened(name)} is a link or a device"
    return ArchiveError(given, "archives may hold plain files and folders only", ASK)


def shortened(name: str) -> str:
    """Return a name from a student in quotes, without control characters, short enough for one line."""
    quoted = ascii(name)
    return quoted if len(quoted) <= 80 else f"{quoted[:70]}…{quoted[-5:]}"


def remove(folder: Path) -> None:
    """Remove a folder and what is in it, if it is there."""
    shutil.rmtree(folder, ignore_errors=True)
