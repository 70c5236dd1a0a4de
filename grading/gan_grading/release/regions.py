"""Solution and hidden regions of a cell, between nbgrader's marker lines."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import NamedTuple

SOLUTION = "SOLUTION"
HIDDEN = "HIDDEN TESTS"


class ProbeCall(NamedTuple):
    """The two names a hidden test hands to ``probe``."""

    assignment: str
    exercise: str


def split_lines(source: str, region: str) -> Iterator[tuple[str, bool]]:
    """Yield every line that is not a marker, with whether it lies inside the region.

    Args:
        source: text of a cell.
        region: ``SOLUTION`` or ``HIDDEN``.
    """
    begin, end = f"BEGIN {region}", f"END {region}"
    inside = False
    for line in source.split("\n"):
        if begin in line:
            inside = True
        elif end in line:
            inside = False
        else:
            yield line, inside


def has_region(source: str, region: str) -> bool:
    """Tell whether a cell opens a region of this kind."""
    return f"BEGIN {region}" in source


def inside(source: str, region: str) -> list[str]:
    """Return the lines inside the regions of one kind."""
    return [line for line, within in split_lines(source, region) if within]


def outside(source: str, region: str) -> str:
    """Return the cell's text without the regions of one kind and without their markers."""
    return "\n".join(line for line, within in split_lines(source, region) if not within)


def without_markers(source: str, region: str) -> str:
    """Return the cell's text with the regions kept and their marker lines gone."""
    return "\n".join(line for line, _ in split_lines(source, region))


def probe_calls(source: str) -> list[ProbeCall]:
    """Find every call ``probe("assignment", "exercise")`` in a cell.

    Args:
        source: text of a code cell; text that is not plain Python holds no call.

    Returns:
        The calls with two literal strings, in order of appearance.
    """
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError):
        return []
    found = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and _is_probe(node.func)]
    found.sort(key=lambda call: (call.lineno, call.col_offset))
    return [ProbeCall(*names) for call in found if len(names := _literal_strings(call)) == 2]


def last_expression_is_probe(source: str) -> bool:
    """Tell whether the cell's last statement is the bare expression ``probe(...)``."""
    try:
        body = ast.parse(source).body
    except (SyntaxError, ValueError):
        return False
    last = body[-1] if body else None
    return isinstance(last, ast.Expr) and isinstance(last.value, ast.Call) and _is_probe(last.value.func)


def _is_probe(function: ast.expr) -> bool:
    if isinstance(function, ast.Attribute):
        return function.attr == "probe"
    return isinstance(function, ast.Name) and function.id == "probe"


def _literal_strings(call: ast.Call) -> list[str]:
    values = [argument.value for argument in call.args if isinstance(argument, ast.Constant)]
    return [value for value in values if isinstance(value, str)]
