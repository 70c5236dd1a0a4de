"""Which names of folders and files every later step can carry."""

from __future__ import annotations

import pytest

from gan_grading.nbgrader.names import quoted, trouble_with, trouble_with_file

GOOD = ["alice", "Ünal Çelik", "jose\u0301", "नमस्ते", "_x", "o'neil, pat", "a.b@c.org", "1234"]
BAD = ["a\nb", "x[1]", "-rf", ".hid", "=cmd", "a\x1b[2J", "\udcff", "a" * 200, "b*", "a ", "{x}", "\u0301a"]


@pytest.mark.parametrize("name", GOOD)
def test_names_of_people_are_good(name: str) -> None:
    assert trouble_with(name) == ""


@pytest.mark.parametrize("name", BAD)
def test_a_bad_name_is_shown_in_letters_a_terminal_takes(name: str) -> None:
    assert "rename it" in trouble_with(name)
    assert quoted(name).isprintable()


def test_a_platform_may_name_files_as_it_likes() -> None:
    assert trouble_with_file("#1 — copy [2] & 'x'.ipynb") == ""
    assert "rename it" in trouble_with_file("a\nb.zip")
    assert "rename it" in trouble_with_file("\udcff.zip")
