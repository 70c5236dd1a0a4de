"""An archive of a class's files, unpacked as a hostile one, with the time of each file."""

from __future__ import annotations

import logging
import shutil
import struct
import tarfile
import zipfile
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from pathlib import Path

from gan_grading.nbgrader.collect import ARCHIVES, SafeExtractor
from gan_grading.nbgrader.unpack import UNREADABLE

UNIX_TIMES = 0x5455  # the extra field in which zip keeps seconds since 1970: APPNOTE's "extended timestamp"


@dataclass(frozen=True)
class Unpacked:
    """What an archive holds.

    Attributes:
        folder: where it lies now.
        files: each plain file below it, sorted; of an inner archive, what it held.
        skipped: what was left out and why, one line each.
    """

    folder: Path
    files: tuple[Path, ...]
    skipped: tuple[str, ...]
    _times: dict[str, datetime]

    def time_of(self, file: Path) -> datetime | None:
        """Return when a file was written, in UTC without a zone; in an inner archive, that one's time."""
        path = file.relative_to(self.folder)
        for each in (path, *path.parents):
            if each.as_posix() in self._times:
                return self._times[each.as_posix()]
        return None


def open_archive(given: Path, scratch: Path, zone: tzinfo) -> Unpacked:
    """Unpack an archive, or copy a folder that a browser has unpacked already.

    Args:
        given: the archive or the folder.
        scratch: an empty folder.
        zone: of times that name none.
    """
    inbox, outbox = scratch / "in", scratch / "out"
    inbox.mkdir()
    skipped: list[str] = []
    extractor = SafeExtractor(log=_heard_by(skipped))
    if given.is_dir():
        extractor.extract(str(given), str(outbox))
        folder, times = outbox, _times_of_folder(given)
    else:
        # Under a name of our own: an archive may be called anything.
        suffix = ".zip" if zipfile.is_zipfile(given) else ".tar"
        shutil.copyfile(given, inbox / f"archive{suffix}")
        extractor.extract(str(inbox), str(outbox))
        folder, times = outbox / "archive", _times_of_archive(given, zone)
    plain = (path for path in folder.rglob("*") if path.is_file() and path.suffix not in ARCHIVES)
    files = sorted(plain) if folder.is_dir() else []
    return Unpacked(folder, tuple(files), tuple(skipped), {_unpacked_name(k): v for k, v in times.items()})


def _unpacked_name(name: str) -> str:
    """Return the folder into which an inner archive is unpacked; another file's own name."""
    path = Path(name)
    if path.suffix not in ARCHIVES:
        return path.as_posix()
    stem = Path(path.stem).stem if Path(path.stem).suffix == ".tar" else path.stem
    return path.with_name(stem).as_posix()


def _heard_by(lines: list[str]) -> logging.Logger:
    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if record.levelno >= logging.WARNING:
                lines.append(record.getMessage())

    logger = logging.Logger("gan_grading.collect")  # of its own: nobody else hears it
    logger.addHandler(Listener())
    return logger


def _times_of_folder(folder: Path) -> dict[str, datetime]:
    return {
        path.relative_to(folder).as_posix(): _utc(path.lstat().st_mtime)
        for path in folder.rglob("*")
        if path.is_file()
    }


def _times_of_archive(archive: Path, zone: tzinfo) -> dict[str, datetime]:
    try:
        if zipfile.is_zipfile(archive):
            with zipfile.ZipFile(archive) as opened:
                found = {m.filename: _zip_time(m, zone) for m in opened.infolist() if not m.is_dir()}
                return {name: time for name, time in found.items() if time}
        with tarfile.open(archive) as packed:
            return {m.name: _utc(m.mtime) for m in packed if m.isreg()}
    except (*UNREADABLE, struct.error, OverflowError):
        return {}  # unpacking has said what is wrong with it


def _zip_time(member: zipfile.ZipInfo, zone: tzinfo) -> datetime | None:
    extra = member.extra
    while len(extra) >= 4:
        kind, size = struct.unpack_from("<HH", extra)
        if kind == UNIX_TIMES and size >= 5 and extra[4] & 1:
            return _utc(struct.unpack_from("<i", extra, 5)[0])
        extra = extra[4 + size :]
    try:
        # Without that field the time is that of a clock on the wall, and no zone is noted.
        return datetime(*member.date_time, tzinfo=zone).astimezone(UTC).replace(tzinfo=None)
    except ValueError:
        return None


def _utc(seconds: float) -> datetime:
    return datetime.fromtimestamp(int(seconds), UTC).replace(tzinfo=None)
