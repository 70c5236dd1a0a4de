"""An answer's text without what people change to make it look like their own: names, comments, order."""

from __future__ import annotations

import ast
import re

NAME = "name"


def normal_form(text: str, is_code: bool = True) -> str:
    """Return a text that is the same for answers that differ in names, comments, layout and order alone.

    Code becomes its statements, one a line, in alphabetical order; every name that the answer itself defines
    is written alike. Text that is no Python, or was never meant to be, becomes its words, by sentence,
    in alphabetical order.

    Args:
        text: the answer.
        is_code: whether it is meant to be Python.
    """
    if is_code:
        try:
            return "\n".join(sorted(_statements(ast.parse(text))))
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            pass
    sentences = (" ".join(re.findall(r"\w+", part.lower())) for part in re.split(r"[.!?;\n]", text))
    return "\n".join(sorted(filter(None, sentences)))


def _statements(tree: ast.Module) -> list[str]:
    own = _own_names(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id in own:
            node.id = NAME
        elif isinstance(node, ast.arg):
            node.arg, node.annotation = NAME, None
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            node.name = NAME
            if not isinstance(node, ast.ClassDef):
                node.returns = None
    return [line for node in ast.walk(tree) if isinstance(node, ast.stmt) for line in _line(node)]


def _own_names(tree: ast.Module) -> set[str]:
    """Return the names that the answer gives values to; those of libraries stay what they are."""
    own = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.arg):
            own.add(node.arg)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            own.add(node.id)
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            own.add(node.name)
    return own


def _line(node: ast.stmt) -> list[str]:
    """Return one statement, without the statements inside it and without what does nothing."""
    if isinstance(node, ast.Import | ast.ImportFrom | ast.Pass):
        return []
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return []  # a docstring
    if isinstance(node, ast.AnnAssign) and node.value is not None:
        return [ast.unparse(ast.Assign([node.target], node.value, lineno=0))]
    whole = ast.unparse(node)
    return [whole.partition("\n")[0] if hasattr(node, "body") else whole]
