"""Notices on source text that reaches for the grader's worker, the garbage collector or stack frames.

Points never hang on source text: whoever frees memory with ``gc.collect()`` is as honest as anybody. But a
cell that looks at frames or at the modules of its process can change what that process reports about itself,
so an instructor is told to look. Text that is short and flat is parsed, which bounds the time; else scanned.
"""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Iterable

from gan_grading.engine.definitions import without_text

MODULES = {
    "gc": "the garbage collector",
    "ctypes": "raw memory",
    "gan_worker": "the grader's worker",
    "gan_grading": "the grader",
}
ATTRIBUTES = {
    "modules": "the modules of its process",
    "_getframe": "stack frames",
    "_current_frames": "stack frames",
    "currentframe": "stack frames",
    "f_back": "stack frames",
    "f_locals": "stack frames",
    "f_globals": "stack frames",
    "gi_frame": "stack frames",
    "tb_frame": "stack frames",
    "__globals__": "the globals of functions",
    "__subclasses__": "the classes of its process",
    "settrace": "tracing",
    "setprofile": "tracing",
}
OWNERS = {"modules": "sys"}  # attributes that are plain words count on their module only
IMPORTERS = ("__import__", "import_module")
DEEPEST, LONGEST = 30, 64_000
DEPTH = {**dict.fromkeys("([{", 1), **dict.fromkeys(")]}", -1)}
WORD = re.compile(r"[^\W\d]\w*")
IMPORT = re.compile(r"^[ \t]*(?:import|from)[ \t]+([^\W\d]\w*)", re.MULTILINE)
MAGIC = re.compile(r"^[ \t]*[%!].*$", re.MULTILINE)


def reaching_notices(texts: Iterable[tuple[str, str]]) -> list[str]:
    """Return a notice for each cell that reaches for what no exercise needs.

    Args:
        texts: how a cell is called, and its text.
    """
    found = [(where, reaches_for(source)) for where, source in texts]
    return [
        f"{where}: its text reaches for {', '.join(what)}; that may be harmless, and no points depend on it"
        for where, what in found
        if what
    ]


def reaches_for(source: str) -> list[str]:
    """Return what the text of a cell reaches for, in words; empty for nearly every cell there is.

    Args:
        source: text of a cell, already cut to size.
    """
    words = set(WORD.findall(source))
    if not words & (MODULES.keys() | ATTRIBUTES.keys()):
        return []
    tree = _parsed(source)
    found = _scanned(source) if tree is None else _seen(ast.walk(tree))
    return sorted(set(found))


def _parsed(source: str) -> ast.AST | None:
    if len(source) > LONGEST or _depth(source) > DEEPEST:
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of the student's own escapes and comparisons
            return ast.parse(MAGIC.sub("", source))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def _depth(source: str) -> int:
    deepest = depth = 0
    for letter in source:
        depth += DEPTH.get(letter, 0)
        deepest = max(deepest, depth)
    return deepest


def _seen(nodes: Iterable[ast.AST]) -> list[str]:
    found = []
    for node in nodes:
        if isinstance(node, ast.Import):
            found += [_module(alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            found += [_module(node.module or ""), *(_attribute(a.name, node.module) for a in node.names)]
        elif isinstance(node, ast.Attribute):
            owner = node.value.id if isinstance(node.value, ast.Name) else None
            found.append(_attribute(node.attr, owner))
        elif isinstance(node, ast.Call):
            found += _called(node)
    return [each for each in found if each]


def _called(call: ast.Call) -> list[str]:
    """Names in text count where they are looked up by it."""
    name = getattr(call.func, "id", getattr(call.func, "attr", ""))
    texts = [str(a.value) for a in call.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
    if name in IMPORTERS:
        return [_module(text) for text in texts]
    return [_attribute(text, "sys") for text in texts] if name == "getattr" else []


def _scanned(source: str) -> list[str]:
    bare = without_text(source)
    found = [_module(name) for name in IMPORT.findall(bare)]
    for name in set(WORD.findall(bare)) & ATTRIBUTES.keys():
        owner = OWNERS.get(name)
        is_there = owner is None or re.search(rf"\b{owner}\s?\.\s?{name}\b", bare)
        found.append(ATTRIBUTES[name] if is_there else "")
    return [each for each in found if each]


def _module(name: str) -> str:
    return MODULES.get(name.split(".")[0], "")


def _attribute(name: str, owner: str | None) -> str:
    return ATTRIBUTES.get(name, "") if OWNERS.get(name, owner) == owner else ""
