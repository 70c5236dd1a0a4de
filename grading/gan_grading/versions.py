"""Which code grades: the versions of both packages, and whether it is the code that is installed."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from urllib.parse import urlparse
from urllib.request import url2pathname

import gan_course
import gan_grading
from gan_grading.errors import GradingError


class VersionError(GradingError):
    """Two packages that do not belong together."""


@dataclass(frozen=True)
class Running:
    """One package as it runs.

    Attributes:
        name: of the distribution.
        version: of the code that runs.
        folder: where that code lies.
        is_installed: whether that is what is installed; else it comes from where a command was started.
    """

    name: str
    version: str
    folder: Path
    is_installed: bool

    def __str__(self) -> str:
        return f"{self.name} {self.version}" + ("" if self.is_installed else f" of {self.folder}")


@cache
def running() -> tuple[Running, Running]:
    """Return what runs: the grading side, and the library."""
    grading = _running("gan-grading", gan_grading.__version__, gan_grading.__file__)
    return grading, _running("gan-course", gan_course.__version__, gan_course.__file__)


def graded_by() -> str:
    """Return the versions that grade, as students and instructors read them: no path of this machine."""
    return " with ".join(f"{each.name} {each.version}" for each in running())


def graded_by_here() -> str:
    """Return the versions that grade, and where they are if they are not those installed."""
    return " with ".join(map(str, running()))


def insist_on_one_version() -> None:
    """Let nothing be graded by packages that do not belong together.

    Raises:
        VersionError: if they are of two versions, or one is installed and one is not.
    """
    grading, course = running()
    both = f"{grading} and {course}"
    if grading.version != course.version:
        raise VersionError(
            both, "both are of one version", f"install gan-course and gan-grading {grading.version}"
        )
    if grading.is_installed != course.is_installed:
        raise VersionError(both, "one comes with the folder you stand in", "run in another folder")


def _running(name: str, version: str, file: str | None) -> Running:
    folder = Path(str(file)).resolve().parent
    return Running(name, version, folder, folder == installed_at(name))


def installed_at(name: str) -> Path | None:
    """Return the folder of a distribution's package, wherever an editable installation reads it from."""
    package = name.replace("-", "_")
    try:
        found = distribution(name)
    except PackageNotFoundError:
        return None
    origin = json.loads(found.read_text("direct_url.json") or "{}")
    if not origin.get("dir_info", {}).get("editable"):
        return Path(str(found.locate_file(package))).resolve()
    return Path(url2pathname(urlparse(origin["url"]).path)).resolve() / package
