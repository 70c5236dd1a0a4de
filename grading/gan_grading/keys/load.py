"""Find and read keys: ``solutions/<assignment>/exercises/<exercise>.py``, wherever the course lies."""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
import sys
from functools import cache
from pathlib import Path
from types import ModuleType

from gan_course.exercises.findings import Findings
from gan_course.exercises.inputs import Inputs
from gan_course.exercises.run import Probe
from gan_course.exercises.student.handle import Student
from gan_grading.errors import GradingError
from gan_grading.keys.key import Key
from gan_grading.keys.oracle import KeyOracle

FOLDER = "exercises"


class KeyFileError(GradingError):
    """A key that cannot be read."""


@cache
def keys_in(folder: Path) -> dict[str, Key]:
    """Read the keys of one assignment.

    Args:
        folder: the assignment's, e.g. ``solutions/05_wasserstein``. Files of its ``exercises`` whose names
            begin with an underscore are shared by the keys beside them.

    Raises:
        KeyFileError: if a file defines no key, or cannot be run.
    """
    place = (folder / FOLDER).resolve()
    files = sorted(file for file in place.glob("*.py") if not file.name.startswith("_"))
    return {file.stem: _read(file) for file in files}


def _read(file: Path) -> Key:
    package = _package(file.parent)
    try:
        module = importlib.import_module(f"{package}.{file.stem}")
    except Exception as error:
        raise KeyFileError(
            f"{file.parent.parent.name}/{FOLDER}/{file.name}",
            f"cannot be run ({type(error).__name__}: {error})",
            "mend it: a key is a Python file that defines `key`",
        ) from error
    key = getattr(module, "key", None)
    if not isinstance(key, Key):
        raise KeyFileError(
            f"{file.parent.parent.name}/{FOLDER}/{file.name}",
            "a key is a Python file that defines `key`",
            "write `key = Key(...)`, or begin the name of a shared file with an underscore",
        )
    key.exercise = file.stem
    shared = sorted(file.parent.glob("_*.py"))
    key.digest = hashlib.sha256(b"\0".join(f.read_bytes() for f in (file, *shared))).hexdigest()[:16]
    return key


def _package(folder: Path) -> str:
    """Make a folder of keys importable under a name that no other folder has."""
    name = f"gan_keys_{hashlib.sha256(str(folder).encode()).hexdigest()[:12]}"
    if name not in sys.modules:
        module = ModuleType(name)
        module.__path__ = [str(folder)]
        sys.modules[name] = module
    return name


def probe_of(key: Key) -> Probe:
    """Return how an exercise with this key is judged."""
    oracle = KeyOracle(key)

    def judge(student: Student, inputs: Inputs, findings: Findings) -> None:
        key.experiment.play(student, inputs, findings)

    def sound(inputs: Inputs) -> bool:
        findings = Findings(key.misconceptions, 1.0, oracle)
        try:
            key.experiment.play(oracle.student(key.right), inputs.again(), findings)
        except Exception:  # whatever it is, nothing can be said of a student by this judge
            return False
        return not findings.has_findings()

    return Probe(
        key.exercise,
        judge,
        key.misconceptions,
        key.explanation,
        oracle,
        key.experiment,
        sound if key.right is not None else None,
    )
