"""Run the source of notebook cells as plain Python, so that errors name the student's own lines."""

from __future__ import annotations

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
