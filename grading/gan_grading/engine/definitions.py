"""Which names a cell defines at its top level, read in one pass over the text.

A parser would know more and can be made to take minutes; the text is a stranger's, so it is only scanned:
strings and comments are left out, and what stands in the first column outside brackets is looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

MAGIC_HEAD = re.compile(r"\s*%%\w")
DEFINED = re.compile(r"(?:async[ \t]{1,9})?(?:def|class)[ \t]{1,9}(\w+)")
TOKEN = re.compile(r"\"\"\"|'''|\"|'|#|[()\[\]{}]|\n")
REST = {
    '"': re.compile(r'(?:[^"\\\n]|\\.)*+"?', re.DOTALL),
    "'": re.compile(r"(?:[^'\\\n]|\\.)*+'?", re.DOTALL),
    '"""': re.compile(r'(?:[^"\\]|\\.|"(?!""))*+(?:""")?', re.DOTALL),
    "'''": re.compile(r"(?:[^'\\]|\\.|'(?!''))*+(?:''')?", re.DOTALL),
    "#": re.compile(r"[^\n]*+"),
}
ASSIGN = re.compile(r"(?<![=!<>+\-*/%&|^@:~])=(?!=)")
TARGET = re.compile(r"[\s\w,*()\[\]]*+")
ANNOTATED = re.compile(r"\s*(\w+)\s*:(?!=)")
NAME = re.compile(r"[^\W\d]\w*")


def defined_names(source: str) -> frozenset[str]:
    """Return the names that code gives a meaning to at its top level.

    Args:
        source: text of a cell, magics included; where brackets do not close, every line in the first column
            counts.
    """
    if MAGIC_HEAD.match(source):
        source = source.split("\n", 1)[1] if "\n" in source else ""
    lines, closed = _statements(source)
    if not closed:
        lines = source.split("\n")
    parts = [part for line in lines if not line[:1].isspace() for part in line.split(";")]
    return frozenset(name for part in parts for name in _names(part.strip()))


def defines(source: str, name: str) -> bool:
    """Tell whether code gives a meaning to a name at its top level; see :func:`defined_names`."""
    return name in defined_names(source)


def without_text(source: str) -> str:
    """Return code with its strings and comments taken out."""
    return "".join(_pieces(source))


def _statements(source: str) -> tuple[list[str], bool]:
    """Return each line that starts outside strings and brackets, and whether all of these close.

    Strings come back empty and comments are gone; a line that is continued ends where it began.
    """
    lines: list[str] = []
    depth = 0
    line: list[str] = []
    for piece in _pieces(source):
        if piece == "\n":
            if depth <= 0:
                lines.append("".join(line))
                line = []
            continue
        depth += (piece in "([{") - (piece in ")]}") if len(piece) == 1 else 0
        line.append(piece)
    lines.append("".join(line))
    return lines, depth == 0


def _pieces(source: str) -> Iterator[str]:
    """Split code into text, brackets and ends of lines; each character is passed once."""
    at = 0
    while found := TOKEN.search(source, at):
        if found.start() > at:
            yield source[at : found.start()] + " "  # never one character, so never a bracket
        at = found.end()
        token = found.group()
        if token in REST:
            rest = REST[token].match(source, at)
            at = rest.end() if rest else at
        else:
            yield token
    if at < len(source):
        yield source[at:] + " "


def _names(statement: str) -> Iterator[str]:
    found = DEFINED.match(statement)
    if found:
        yield found.group(1)
        return
    annotated = ANNOTATED.match(statement)
    if annotated:
        yield annotated.group(1)
        return
    for target in ASSIGN.split(statement)[:-1]:
        if TARGET.fullmatch(target) and target.count("(") == target.count(")"):
            yield from NAME.findall(target)
