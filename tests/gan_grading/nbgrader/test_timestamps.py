"""The time of submission, whatever stands in the file that holds it."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

import pytest

from gan_grading.nbgrader.timestamps import read_timestamp

STORED = 1_700_000_000
NO_TIMES = [
    b"\xff\xfe not a date", b"9999-12-31 23:59:59 UTC", b"1" * 100_000, b"", b"2024-01-01 10:00 /etc/passwd",
    b"1969-01-01 00:00:00 UTC", b"2024-13-45 99:99:99 UTC", b"0001-01-01 00:00:00 +2359", b"now",
]  # fmt: skip


def folder_with(place: Path, content: bytes) -> Path:
    """Make a submission that was stored at a known time."""
    notebook = place / "sums.ipynb"
    notebook.write_text("{}")
    os.utime(notebook, (STORED, STORED))
    (place / "timestamp.txt").write_bytes(content)
    return place


@pytest.mark.parametrize("content", NO_TIMES)
def test_what_is_no_time_is_replaced_by_when_it_was_stored(tmp_path: Path, content: bytes) -> None:
    found, trouble = read_timestamp(folder_with(tmp_path, content))
    assert found == datetime(2023, 11, 14, 22, 13, 20)
    assert "holds no time" in trouble


@pytest.mark.parametrize(
    ("content", "hour"),
    [
        (b"2024-03-01 10:00:00 UTC\n", 10),
        (b"2024-03-01 10:00:00.123456 UTC", 10),
        (b"2024-03-01 10:00:00", 10),
        (b"2024-03-01T10:00:00+0200", 8),
        (b"2024-03-01 10:00:00 Europe/Berlin", 9),
    ],
)
def test_what_nbgrader_writes_is_read(tmp_path: Path, content: bytes, hour: int) -> None:
    found, trouble = read_timestamp(folder_with(tmp_path, content))
    assert (found and found.replace(microsecond=0), trouble) == (datetime(2024, 3, 1, hour), "")


def test_no_file_is_no_trouble_and_a_link_is_one(tmp_path: Path) -> None:
    assert read_timestamp(tmp_path) == (None, "")
    (tmp_path / "timestamp.txt").symlink_to("/dev/zero")
    assert "holds no time" in read_timestamp(tmp_path)[1]
