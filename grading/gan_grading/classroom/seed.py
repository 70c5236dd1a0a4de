"""One secret seed a class and assignment: drawn at the first run, then kept for late work and regrades."""

from __future__ import annotations

import os
from pathlib import Path

from gan_grading.errors import GradingError
from gan_grading.keys.seeds import SEED_VARIABLE, draw_base_seed

FOLDER = "journal"


class SeedError(GradingError):
    """A seed that is none, or not the one that the class is graded with."""


def class_seed(root: Path, assignment: str, new: bool = False) -> int:
    """Return the seed that everybody in a class is graded with.

    Args:
        root: the class's folder.
        assignment: its name.
        new: replace the seed that is kept, by ``GAN_GRADING_SEED`` or by one drawn now.

    Raises:
        SeedError: if ``GAN_GRADING_SEED`` holds no seed, or another than the class is graded with.
    """
    path = root / FOLDER / f"{assignment}.seed"
    kept, wanted = _read(path), _wanted()
    if kept is None or new:
        kept = draw_base_seed() if wanted is None else wanted
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f".{path.name}.draft")
        draft.touch(mode=0o600)
        with draft.open("w") as file:
            file.write(f"{seed_text(kept)}\n")
            file.flush()
            os.fsync(file.fileno())  # results that hang on it must not outlive it
        draft.replace(path)
    if wanted is not None and wanted != kept:
        raise SeedError(
            seed_text(wanted),
            f"{assignment} is graded with {kept} in this class, the same for everybody",
            f"unset it, or grade everybody again with gan-grade autograde {assignment} --new-seed",
        )
    return kept


def seed_text(seed: int) -> str:
    """Return a seed in the form in which a person can give it again."""
    return f"{SEED_VARIABLE}={seed}"


def _read(path: Path) -> int | None:
    if not path.is_file():
        return None
    name, _, digits = path.read_text().strip().partition("=")
    if name != SEED_VARIABLE or not digits.isdecimal():
        raise SeedError(
            str(path),
            f"it holds {SEED_VARIABLE}=NUMBER",
            "restore it, or take --new-seed of gan-grade autograde",
        )
    return int(digits)


def _wanted() -> int | None:
    given = os.environ.get(SEED_VARIABLE)
    if not given:
        return None
    if not given.isdecimal():
        raise SeedError(
            f"{SEED_VARIABLE}={given}", "a seed is a whole number", "take one that a run has shown"
        )
    return int(given)
