"""Files from the internet, kept in a cache and never trusted without their SHA-256.

Downloads go through ``pooch``, which checks the sum and moves a file into the cache only when it is
whole. Added here: several mirrors, going on with a broken download, one process at a time, and errors
a student can act on.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gan_course.errors import ChecksumError, DownloadError
from gan_course.progress import wanted

CACHE_VARIABLE = "GAN_COURSE_DATA"
ATTEMPTS = 3  # for each mirror, going on where the last one broke off
TIMEOUT = 20  # seconds without an answer
_CHUNK = 1 << 16
_PARTIAL, _RANGE_IMPOSSIBLE = 206, 416


@dataclass(frozen=True)
class RemoteFile:
    """A published file.

    Attributes:
        name: Its name on every mirror and in the cache.
        sha256: Its checksum, 64 hexadecimal digits.
    """

    name: str
    sha256: str


def cache_folder() -> Path:
    """Return where downloads are kept: the folder in GAN_COURSE_DATA, else the user's cache."""
    given = os.environ.get(CACHE_VARIABLE)
    if given:
        return Path(given).expanduser()
    import pooch

    return Path(pooch.os_cache("gan-course"))


def fetch(
    file: RemoteFile, mirrors: Sequence[str], folder: Path | None = None, *, progress: bool | None = None
) -> Path:
    """Return the file from the cache, downloading it first if it is not there.

    Two processes that ask at once do not disturb each other: the second waits, and finds it there.

    Args:
        file: What is wanted.
        mirrors: Addresses of folders that hold it, tried in order; each ends in ``/``.
        folder: The cache; ``cache_folder()`` if left out.
        progress: Show a bar; by default yes, unless the variable GAN_COURSE_PROGRESS is 0.

    Returns:
        The path of a file whose checksum is right.

    Raises:
        DownloadError: If no mirror delivers it, or the cache cannot be written (a full disk).
    """
    home = folder if folder is not None else cache_folder()
    path = home / file.name
    try:
        if _is_right(path, file.sha256):
            return path
        home.mkdir(parents=True, exist_ok=True)
        from filelock import FileLock

        with FileLock(home / f".{file.name}.lock"):
            if not _is_right(path, file.sha256):  # another process may have brought it meanwhile
                _download(file, mirrors, home, progress)
    except DownloadError:
        raise
    except OSError as error:
        raise DownloadError(_no_room(home, error)) from error
    return path


def verify(path: Path, sha256: str) -> Path:
    """Return the path if the file there is the published one.

    Raises:
        DownloadError: If there is no file.
        ChecksumError: If it is another one.
    """
    if not path.is_file():
        raise DownloadError(
            f"there is no file {str(path)!r}: put it there, or leave folder= out to download it."
        )
    if not _is_right(path, sha256):
        raise ChecksumError(f"{str(path)!r} is not the published file (its SHA-256 differs): copy it again.")
    return path


def _download(file: RemoteFile, mirrors: Sequence[str], home: Path, progress: bool | None) -> None:
    import pooch
    import requests

    logger = pooch.get_logger()
    level, reasons = logger.level, []
    logger.setLevel("ERROR")  # our own lines say more
    try:
        for mirror in mirrors:
            downloader = _Resuming(home / f".{file.name}.part", progress)
            for _ in range(ATTEMPTS):
                try:
                    pooch.retrieve(
                        mirror + file.name, f"sha256:{file.sha256}", file.name, home, downloader=downloader
                    )
                    return
                except requests.HTTPError as error:
                    status = error.response.status_code if error.response is not None else "an error"
                    reason = f"it answers {status}"
                    break
                except (requests.ConnectionError, requests.exceptions.ChunkedEncodingError):
                    reason = "the connection fails or breaks off"
                except requests.RequestException as error:
                    reason = type(error).__name__
                except ValueError:  # pooch's word for a wrong checksum
                    reason = "its file has another SHA-256"
                    break
            reasons.append(f"{mirror} ({reason})")
    finally:
        logger.setLevel(level)
    raise DownloadError(
        f"{file.name} could not be downloaded from {', '.join(reasons) or 'any mirror'}: try again later, or "
        f"put the file into {str(home)!r} yourself."
    )


class _Resuming:
    """Pooch's downloader, going on from a partial file that an earlier attempt left."""

    def __init__(self, part: Path, progress: bool | None) -> None:
        self._part = part
        self._show = wanted(progress)

    def __call__(self, url: str, output_file: str, pooch: Any) -> None:
        """Download to the partial file, then hand it to pooch, which checks it."""
        import requests

        have = self._part.stat().st_size if self._part.is_file() else 0
        # Without this header a server may compress again, and byte positions would mean nothing.
        headers = {"Accept-Encoding": "identity"}
        if have:
            headers["Range"] = f"bytes={have}-"
        with requests.get(url, headers=headers, stream=True, timeout=TIMEOUT) as answer:
            if answer.status_code != _RANGE_IMPOSSIBLE:  # that would mean: all of it is here
                answer.raise_for_status()
                self._write(answer, have if answer.status_code == _PARTIAL else 0)
        os.replace(self._part, output_file)

    def _write(self, answer: Any, have: int) -> None:
        from tqdm.auto import tqdm

        total = int(answer.headers.get("content-length", 0)) + have
        name = self._part.name[1:].removesuffix(".part")
        bar = tqdm(
            desc=name, initial=have, total=total or None, unit="B", unit_scale=True, disable=not self._show
        )
        with bar, self._part.open("ab" if have else "wb") as out:
            for chunk in answer.iter_content(_CHUNK):
                out.write(chunk)
                bar.update(len(chunk))


def _is_right(path: Path, sha256: str) -> bool:
    if not path.is_file():
        return False
    import pooch

    return bool(pooch.file_hash(str(path), alg="sha256") == sha256)


def _no_room(home: Path, error: OSError) -> str:
    if error.errno == errno.ENOSPC:
        return f"the disk is full at {str(home)!r}: make room, or set {CACHE_VARIABLE} to a folder elsewhere."
    reason = error.strerror or type(error).__name__
    return f"{str(home)!r} cannot be written ({reason}): set {CACHE_VARIABLE} to a folder of your own."
