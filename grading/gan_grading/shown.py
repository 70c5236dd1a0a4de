"""The one door through which text of a student reaches a terminal, a log or a notice."""

from __future__ import annotations

import unicodedata
from typing import Any

SHOWN = 500
# Controls, format characters (which turn the direction of writing or hide), halves, private ones, and the
# two separators that some terminals take for the end of a line.
UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
LONGEST_MARKS = 8


def encodable(text: str) -> str:
    """Return the text with halves of a character replaced, so that it can be written as UTF-8.

    The same as the student process does with its own text, for commands that must not wait for torch.
    """
    if text.isascii():
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def shown(text: str, limit: int = SHOWN) -> str:
    """Return text as one line that only ever shows letters: cut to size, escaped, encodable.

    Args:
        text: from anywhere, also from a student.
        limit: characters kept.
    """
    # Cut first: nothing below looks at more than it may show.
    kept = " ".join(encodable(text[: limit + 1]).split())
    escaped = kept if kept.isascii() and kept.isprintable() else _escaped(kept)
    return escaped if len(text) <= limit and len(escaped) <= limit else f"{escaped[: limit - 1]}…"


def shown_block(text: str) -> str:
    """Return text of several lines with all but the ends of lines escaped, as a log needs it."""
    return "\n".join(_escaped(line) for line in encodable(text).split("\n"))


def shown_tree(value: Any) -> Any:
    """Return plain data with every string in it encodable, keys included."""
    if isinstance(value, str):
        return encodable(value)
    if isinstance(value, list | tuple):
        return [shown_tree(each) for each in value]
    if isinstance(value, dict):
        return {encodable(str(key)): shown_tree(each) for key, each in value.items()}
    return value


def _escaped(text: str) -> str:
    out: list[str] = []
    marks = 0
    for letter in text:
        kind = unicodedata.category(letter)
        # Marks pile up on one letter without limit and would cover the lines around it.
        marks = marks + 1 if kind in ("Mn", "Me") else 0
        if kind in UNSEEN:
            out.append(letter.encode("unicode_escape").decode())
        elif marks <= LONGEST_MARKS:
            out.append(letter)
    return "".join(out)
