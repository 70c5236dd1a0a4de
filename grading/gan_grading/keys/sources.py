"""The files that verdicts and records hang on: keys, and the code that plays them and judges."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import gan_course
import gan_grading.keys

# Of the library: experiments and checks, and what they and the keys call. What draws and trains is not among them.
PLAYED = ("exercises", "data", "metrics", "project", "ready_made.py", "side_by_side.py")


def sources(folders: Iterable[Path]) -> Iterator[bytes]:
    """Yield the name and the text of every such file, in an order of their own.

    Args:
        folders: of keys; of two files of one name the later folder's counts.
    """
    yield from _texts({file.name: file for folder in folders for file in folder.glob("*.py")})
    library, keys = (Path(str(package.__file__)).parent for package in (gan_course, gan_grading.keys))
    places = [library / name for name in PLAYED]
    played = [file for place in places for file in (place.rglob("*.py") if place.is_dir() else [place])]
    for root, files in ((library, played), (keys, list(keys.rglob("*.py")))):
        yield from _texts({file.relative_to(root).as_posix(): file for file in files})


def _texts(files: Mapping[str, Path]) -> Iterator[bytes]:
    for name in sorted(files):
        yield f"\0{name}\0".encode()
        yield files[name].read_bytes()
