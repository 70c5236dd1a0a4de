"""Text of a student on its way to a terminal, a log or a notice."""

from __future__ import annotations

import pytest

from gan_grading.shown import shown, shown_block, shown_tree


@pytest.mark.parametrize(
    ("given", "seen"),
    [
        ("plain words", "plain words"),
        ("grün · 数 · 😀", "grün · 数 · 😀"),
        ("two\nlines\r\n14 of 14 points", "two lines 14 of 14 points"),
        ("\x1b]52;c;eA==\x07", "\\x1b]52;c;eA==\\x07"),
        ("\x1b[2J\x9b2J", "\\x1b[2J\\x9b2J"),
        ("abc\u202egnp", "abc\\u202egnp"),
        ("zero\u200bwidth", "zero\\u200bwidth"),
        ("lone \ud800", "lone \ufffd"),
        ("\ud83d\ude00", "😀"),
        ("bell\a", "bell\\x07"),
        ("nul\0", "nul\\x00"),
        ("e" + "\u0301" * 50, "e" + "\u0301" * 8),
    ],
)
def test_nothing_but_letters_is_shown(given: str, seen: str) -> None:
    assert shown(given) == seen
    assert shown(given).encode()


def test_text_is_cut_before_it_is_looked_at() -> None:
    assert len(shown("x" * 10_000_000, 100)) == 100
    assert shown("x" * 10_000_000, 100).endswith("…")
    assert len(shown("\x1b" * 1000, 100)) == 100


def test_a_log_keeps_its_lines() -> None:
    assert shown_block("one\ntwo\x1b[2J") == "one\ntwo\\x1b[2J"


def test_plain_data_becomes_encodable() -> None:
    assert shown_tree({"\ud800": ["\ud800", {"a": "\udfff"}], "n": 1.5}) == {
        "\ufffd": ["\ufffd", {"a": "\ufffd"}],
        "n": 1.5,
    }
