"""No module of the library needs, by whatever detour, a module that needs it."""

from __future__ import annotations

import ast
from pathlib import Path

import gan_course

PACKAGE = Path(gan_course.__file__).parent


def modules() -> dict[str, Path]:
    """Every module by its dotted name; a package by its own."""
    found = {}
    for path in PACKAGE.rglob("*.py"):
        parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def needed(path: Path, known: dict[str, Path]) -> set[str]:
    """The modules of the library that a file imports anywhere: at the top, in functions, for types."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
            if not all(f"{node.module}.{alias.name}" in known for alias in node.names):
                found.add(node.module)
    return {name for name in found if name in known and known[name] != path}


def circles(graph: dict[str, set[str]]) -> list[list[str]]:
    """The groups of modules that need each other, by repeated removal of those that need nothing."""
    left = {name: set(needs) for name, needs in graph.items()}
    while True:
        free = {name for name, needs in left.items() if not needs}
        free |= {name for name in left if not any(name in needs for needs in left.values())}
        if not free:
            return [sorted(left)] if left else []
        left = {name: needs - free for name, needs in left.items() if name not in free}


def test_no_module_needs_itself_by_a_detour() -> None:
    known = modules()
    # A package's __init__ gathers its modules for users; inside, modules import each other by name.
    graph = {name: needed(path, known) for name, path in known.items() if path.name != "__init__.py"}
    assert circles({name: needs & graph.keys() for name, needs in graph.items()}) == []


def test_circles_are_seen() -> None:
    assert circles({"a": {"b"}, "b": {"a"}, "c": {"a"}}) == [["a", "b"]]
    assert circles({"a": {"b"}, "b": set()}) == []
