"""Run the source of notebook cells as plain Python, so that errors name the student's own lines."""

from __future__ import annotations

import ast
import linecache
from typing import Any


def run_source(name: str, source: str, namespace: dict[str, Any]) -> None:
    """Execute one cell's source in a namespace.

    Args:
        name: shown in tracebacks as ``<cell NAME>``.
        source: Python without IPython magics.
        namespace: where names are defined.

    Raises:
        Exception: whatever the source raises, ``SyntaxError`` included.
    """
    filename = f"<cell {name}>"
    linecache.cache[filename] = (len(source), None, source.splitlines(keepends=True), filename)
    exec(compile(source, filename, "exec"), namespace)


def last_number(name: str, source: str, namespace: dict[str, Any]) -> float | None:
    """Execute a cell and return the value of its last expression, where that is a number.

    Args:
        name: shown in tracebacks as ``<cell NAME>``.
        source: its text, IPython magics included.
        namespace: where names are defined.

    Raises:
        Exception: whatever the source raises, ``SyntaxError`` included.
    """
    from IPython.core.inputtransformer2 import TransformerManager

    plain = TransformerManager().transform_cell(source)  # type: ignore[no-untyped-call]
    filename = f"<cell {name}>"
    linecache.cache[filename] = (len(plain), None, plain.splitlines(keepends=True), filename)
    tree = ast.parse(plain, filename)
    last = tree.body[-1] if tree.body else None
    if isinstance(last, ast.Expr):
        tree.body.pop()
    exec(compile(tree, filename, "exec"), namespace)
    if not isinstance(last, ast.Expr):
        return None
    value = eval(compile(ast.Expression(last.value), filename, "eval"), namespace)
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return float(value) if is_number else None
