"""Folders of a grader that was killed."""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path

import pytest

from gan_grading.engine.scratch import PREFIX, Scratch, sweep


def test_what_a_killed_run_left_is_removed_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that a living process holds stays, and so does one that was made a moment ago."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    held = Scratch()
    left, young, other = tmp_path / f"{PREFIX}left", tmp_path / f"{PREFIX}young", tmp_path / "other"
    for folder in (left, young, other):
        folder.mkdir()
        (folder / "file").write_text("x")
    old = time.time() - 3600
    for place in (held.path, left, other):
        os.utime(place, (old, old))
    assert sweep() == 1
    assert not left.exists()
    assert young.exists()
    assert other.exists()
    assert Path(held.path).exists()
    held.close()
    assert not Path(held.path).exists()
