"""Take the names of people out of an answer before it goes anywhere."""

from __future__ import annotations

import io
import re
import tokenize
from collections.abc import Collection, Iterable
from typing import Any

SOMEONE = "someone"
SHORTEST = 2
HOME = re.compile(r"((?:/home/|/Users/|\\Users\\)+)[^/\\\s'\"]+")


def names_of(students: Iterable[Any], *more: str) -> frozenset[str]:
    """Return every word by which somebody of a class could be known, in lower case.

    Args:
        students: of the gradebook.
        more: further ids, such as the name of a folder.
    """
    words: set[str] = set(more)
    for student in students:
        email = str(getattr(student, "email", None) or "")
        given = (student.id, getattr(student, "first_name", None), getattr(student, "last_name", None))
        words |= {str(word) for word in (*given, email, email.partition("@")[0]) if word}
    # "Anna Maria" is known by each of her names.
    parts = {part for word in words for part in (word, *word.split())}
    return frozenset(part.lower() for part in parts if len(part) >= SHORTEST)


def without_names(source: str, names: Collection[str]) -> str:
    """Return code with the names in its comments and strings replaced; what it does stays as it is.

    Args:
        source: an answer. Where it is no Python, names are replaced everywhere.
        names: in lower case.
    """
    pattern = _pattern(names)
    try:
        tokens = list(tokenize.generate_tokens(io.StringIO(source).readline))
    except (tokenize.TokenError, SyntaxError, ValueError):
        return plain_without_names(source, names)
    lines = source.splitlines(keepends=True)
    texts = (tokenize.COMMENT, tokenize.STRING, getattr(tokenize, "FSTRING_MIDDLE", tokenize.STRING))
    for token in reversed([each for each in tokens if each.type in texts]):
        cleaned = HOME.sub(rf"\1{SOMEONE}", pattern.sub(SOMEONE, token.string))
        if cleaned == token.string:
            continue
        (first, start), (last, end) = token.start, token.end
        lines[first - 1 : last] = [lines[first - 1][:start] + cleaned + lines[last - 1][end:]]
    return "".join(lines)


def plain_without_names(text: str, names: Collection[str]) -> str:
    """Return a text with names and home folders replaced wherever they stand."""
    return HOME.sub(rf"\1{SOMEONE}", _pattern(names).sub(SOMEONE, text))


def names_left(source: str, names: Collection[str]) -> list[str]:
    """Return the names that the code itself uses: a person has to look at those."""
    return sorted({found.group().lower() for found in _pattern(names).finditer(source)})


def _pattern(names: Collection[str]) -> re.Pattern[str]:
    if not names:
        return re.compile(r"(?!)")
    longest_first = sorted(names, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)
