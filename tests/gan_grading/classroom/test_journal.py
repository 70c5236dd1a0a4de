"""The journal: what it took is there after any end; what was torn counts for nothing."""

from __future__ import annotations

import resource
from pathlib import Path

import pytest

from gan_grading.classroom.journal import Entry, Journal, JournalError


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A journal of three entries, two of them alice's."""
    path = tmp_path / "journal" / "03_minimax.jsonl"
    with Journal(path) as journal:
        journal.append([Entry("alice", "a1", b"first\n\0"), Entry("bob", "b1", b"\xff bob")])
        journal.append([Entry("alice", "a2", b"second")])
    return path


def test_the_last_entry_of_a_student_counts(path: Path) -> None:
    with Journal(path) as journal:
        assert journal.find("alice", "a2") == Entry("alice", "a2", b"second")
        assert journal.find("alice", "a1") is None
        assert journal.find("bob", "b1") == Entry("bob", "b1", b"\xff bob")
        assert journal.find("carol", "c1") is None


@pytest.mark.parametrize("kept", range(1, 30, 7))
def test_a_torn_last_line_counts_for_nothing_and_is_written_over(path: Path, kept: int) -> None:
    whole = path.read_bytes()
    last = whole.rindex(b"\n", 0, -1) + 1
    path.write_bytes(whole[: last + kept])
    with Journal(path) as journal:
        assert journal.find("alice", "a2") is None
        assert journal.find("alice", "a1") == Entry("alice", "a1", b"first\n\0")
        journal.append([Entry("carol", "c1", b"new")])
    with Journal(path) as journal:
        assert journal.find("carol", "c1") == Entry("carol", "c1", b"new")
        assert journal.find("bob", "b1") is not None


def test_a_damaged_line_costs_no_other(path: Path) -> None:
    whole = bytearray(path.read_bytes())
    whole[whole.index(b"bob")] ^= 1
    path.write_bytes(whole)
    with Journal(path) as journal:
        assert journal.find("bob", "b1") is None
        assert journal.find("alice", "a2") is not None


def test_no_room_is_one_line_and_loses_nothing(path: Path) -> None:
    """After the mend the same journal goes on."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    with Journal(path) as journal:
        resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + 10, hard))
        try:
            with pytest.raises(JournalError, match="run the same command again"):
                journal.append([Entry("carol", "c1", b"x" * 100)])
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        assert journal.find("carol", "c1") is None
    with Journal(path) as journal:
        assert journal.find("alice", "a2") is not None
        journal.append([Entry("carol", "c1", b"x" * 100)])
        assert journal.find("carol", "c1") is not None


def test_nobody_else_can_read_what_students_wrote(path: Path) -> None:
    assert path.stat().st_mode & 0o077 == 0


def test_what_no_longer_counts_is_left_out_at_the_next_opening(path: Path) -> None:
    """A class that is graded again and again keeps a journal of two runs and the one just made."""
    for run in range(6):
        with Journal(path) as journal:
            journal.append([Entry(s, f"{s}{run}", s.encode() * 300_000) for s in ("alice", "bob")])
    assert path.stat().st_size < 9.1e6  # six runs wrote 18 MB
    with Journal(path) as journal:
        assert journal.find("alice", "alice4") is None
        assert journal.find("alice", "alice5") == Entry("alice", "alice5", b"alice" * 300_000)
        assert journal.find("bob", "bob5") == Entry("bob", "bob5", b"bob" * 300_000)
        journal.append([Entry("carol", "c1", b"new")])
    with Journal(path) as journal:
        assert journal.find("carol", "c1") == Entry("carol", "c1", b"new")
        assert journal.find("bob", "bob5") is not None
    assert [each.name for each in path.parent.iterdir()] == [path.name]
