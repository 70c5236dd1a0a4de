"""Small changes of right answers: answers that nobody wrote, to look for what the grader cannot see.

Most mutants of a right answer are wrong. One that the grader accepts does the same as the answer it was made
of, or is a mistake that no hidden input shows; which of the two, somebody has to read. After DeMillo, Lipton
and Sayward (1978), Hints on test data selection, https://doi.org/10.1109/C-M.1978.218136.
"""

from __future__ import annotations

import ast
import copy
import difflib
from collections.abc import Callable, Iterator
from typing import Any

from gan_grading.selfcheck.bank import BankAnswer

Change = Callable[[Any], "ast.AST | None"]  # what stands at a place afterwards; None takes a statement out
Site = tuple[str, int, Change]  # what changes, the node's number in ast.walk, how

OPERATORS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.Pow: ast.Mult,
    ast.MatMult: ast.Mult,
}
COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
}
OTHER_NAME = {
    "mean": "sum",
    "sum": "mean",
    "min": "max",
    "max": "min",
    "argmax": "argmin",
    "sigmoid": "tanh",
    "tanh": "sigmoid",
    "softplus": "relu",
    "relu": "softplus",
    "softmax": "sigmoid",
    "log": "log1p",
    "exp": "expm1",
    "rand": "randn",
    "randn": "rand",
    "zeros_like": "ones_like",
    "ones_like": "zeros_like",
    "abs": "square",
    "sign": "tanh",
    "train": "eval",
    "eval": "train",
    "sqrt": "abs",
    "norm": "mean",
    "clamp": "clip",
    "BatchNorm1d": "LayerNorm",
    "LeakyReLU": "ReLU",
}
WRAPS = (  # what may be done to an argument, or to what is returned
    "{0}.clamp(-20, 20)",
    "{0}.clamp(min=1e-6)",
    "{0}.clamp(max=0.999)",
    "{0}.detach()",
    "{0}.flip(0)",
    "{0}.squeeze()",
    "{0}[:1].expand_as({0})",
    "{0}[:2]",
    "{0} * 1.01",
    "{0} + 1e-3",
)


def mutants_of(answer: BankAnswer) -> list[BankAnswer]:
    """Return every mutant of a right answer, one change each, named after the change.

    Args:
        answer: a right answer.

    Returns:
        Wrong answers of a bank, as far as anybody knows; none where the source cannot be parsed.
    """
    try:
        tree = _parsed(answer.source)
    except SyntaxError:
        return []
    seen = {ast.unparse(tree)}
    mutants = []
    for title, number, change in _sites(tree):
        source = _changed(tree, number, change)
        if source is None or source in seen:
            continue
        seen.add(source)
        name = f"{answer.name} · {title}"
        mutants.append(BankAnswer(answer.exercise, "wrong", name, source + "\n", None))
    return mutants


def change_of(answer: BankAnswer, mutant: BankAnswer) -> str:
    """Return the lines in which a mutant differs, as ``- before`` and ``+ after``."""
    before = ast.unparse(_parsed(answer.source)).splitlines()
    lines = list(difflib.unified_diff(before, mutant.source.splitlines(), n=0, lineterm=""))[2:]
    return "\n".join(f"    {line[0]} {line[1:].strip()}" for line in lines if not line.startswith("@@"))


def _parsed(source: str) -> ast.Module:
    """The tree of an answer, without its docstrings."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and ast.get_docstring(node) is not None:
            node.body = node.body[1:] or [ast.Pass()]
    return tree


def _changed(tree: ast.Module, number: int, change: Change) -> str | None:
    copied = copy.deepcopy(tree)
    target = list(ast.walk(copied))[number]
    replaced = change(target)
    if not _put(copied, target, replaced):
        return None
    try:
        return ast.unparse(ast.fix_missing_locations(copied))
    except (ValueError, TypeError):
        return None


def _put(tree: ast.Module, target: ast.AST, new: ast.AST | None) -> bool:
    """Put another node where one stands; say whether it was found."""
    for parent in ast.walk(tree):
        for field, value in ast.iter_fields(parent):
            if value is target:
                if new is None:
                    return False
                setattr(parent, field, new)
                return True
            if isinstance(value, list) and any(item is target for item in value):
                i = next(i for i, item in enumerate(value) if item is target)
                value[i : i + 1] = [new] if new is not None else [ast.Pass()]
                return True
    return False


def _sites(tree: ast.Module) -> Iterator[Site]:
    for number, node in enumerate(ast.walk(tree)):
        if isinstance(node, ast.stmt):
            yield from _of_statement(number, node)
        elif isinstance(node, ast.expr):
            yield from _of_expression(number, node)


def _of_statement(number: int, node: ast.stmt) -> Iterator[Site]:
    if isinstance(node, ast.Expr | ast.Assign | ast.AugAssign):
        yield "statement left out", number, lambda n: None
    if isinstance(node, ast.Return) and node.value is not None:
        for wrap in WRAPS:
            yield f"returns {wrap.format('…')}", number, _wrapped_return(wrap)
    if isinstance(node, ast.AugAssign) and type(node.op) in OPERATORS:
        yield "other operator", number, _with(op=OPERATORS[type(node.op)]())
    if isinstance(node, ast.FunctionDef) and node.name != "__init__":
        for argument in node.args.args:
            if argument.arg not in ("self", "cls"):
                for wrap in WRAPS:
                    yield f"{argument.arg} = {wrap.format(argument.arg)}", number, _begins(argument.arg, wrap)


def _of_expression(number: int, node: ast.expr) -> Iterator[Site]:
    if isinstance(node, ast.Constant):
        for value in _other_constants(node.value):
            yield f"{value} instead of {node.value!r}", number, _with(value=value)
    elif isinstance(node, ast.BinOp) and type(node.op) in OPERATORS:
        yield "other operator", number, _with(op=OPERATORS[type(node.op)]())
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        yield "no minus", number, lambda n: n.operand
    elif isinstance(node, ast.Compare) and type(node.ops[0]) in COMPARISONS:
        yield "other comparison", number, _with(ops=[COMPARISONS[type(node.ops[0])]()])
    elif isinstance(node, ast.IfExp):
        yield "always", number, lambda n: n.body
        yield "never", number, lambda n: n.orelse
    elif isinstance(node, ast.Call):
        yield from _of_call(number, node)


def _of_call(number: int, node: ast.Call) -> Iterator[Site]:
    name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
    if name in OTHER_NAME:
        yield f"{OTHER_NAME[name]} instead of {name}", number, _renamed(OTHER_NAME[name])
    if isinstance(node.func, ast.Attribute):
        yield f"without .{name}()", number, lambda n: n.func.value
    for i, keyword in enumerate(node.keywords):
        yield f"without {keyword.arg}=", number, _without_keyword(i)
    for i in range(len(node.args) - 1):
        yield "arguments swapped", number, _swapped(i)
    if len(node.args) == 1 and not isinstance(node.args[0], ast.Starred):
        yield f"without {name or 'the call'}", number, lambda n: n.args[0]
    if isinstance(node.func, ast.Name) and node.func.id == "range":
        for text in ("{0} - 1", "{0} + 1"):
            yield f"range of {text.format('…')}", number, _last_argument(text)


def _other_constants(value: Any) -> list[Any]:
    if isinstance(value, bool):
        return [not value]
    if isinstance(value, int):
        return [value + 1, value - 1] if value else [1]
    if isinstance(value, float):
        return [value * 1.1, 1 - value, 0.0]
    return []


def _with(**fields: Any) -> Change:
    def change(node: Any) -> ast.AST:
        for name, value in fields.items():
            setattr(node, name, value)
        return node  # type: ignore[no-any-return]

    # A changed node is put where it stood, so it must be another object.
    return lambda node: change(copy.copy(node))


def _renamed(name: str) -> Change:
    def change(node: Any) -> ast.AST:
        new = copy.copy(node)
        new.func = ast.Attribute(node.func.value, name, ast.Load())
        return new  # type: ignore[no-any-return]

    return change


def _without_keyword(i: int) -> Change:
    return lambda node: ast.Call(node.func, node.args, node.keywords[:i] + node.keywords[i + 1 :])


def _swapped(i: int) -> Change:
    def change(node: Any) -> ast.AST:
        arguments = [*node.args]
        arguments[i : i + 2] = reversed(arguments[i : i + 2])
        return ast.Call(node.func, arguments, node.keywords)

    return change


def _last_argument(text: str) -> Change:
    def change(node: Any) -> ast.AST:
        last = ast.parse(text.format(f"({ast.unparse(node.args[-1])})"), mode="eval").body
        return ast.Call(node.func, [*node.args[:-1], last], node.keywords)

    return change


def _wrapped_return(wrap: str) -> Change:
    def change(node: Any) -> ast.AST:
        return ast.Return(ast.parse(wrap.format(f"({ast.unparse(node.value)})"), mode="eval").body)

    return change


def _begins(argument: str, wrap: str) -> Change:
    """A function that first does something to one of its arguments."""

    def change(node: Any) -> ast.AST:
        new = copy.copy(node)
        line = ast.parse(f"{argument} = {wrap.format(argument)}").body
        new.body = [*line, *node.body]
        return new  # type: ignore[no-any-return]

    return change
