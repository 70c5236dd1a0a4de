"""What may cross between grader process and student process: plain data, with limits, never pickle.

A message is one JSON tree beside one safetensors block::

    4 bytes, big endian: length of the JSON   |   JSON   |   safetensors

Every value in the tree is a list ``[tag, ...]``:

====  ===========================================  ===============================
tag   payload                                      arrives as
====  ===========================================  ===============================
n     nothing                                      ``None``
b i s the value itself                             ``bool``, ``int``, ``str``
f     a number, or "nan", "inf", "-inf"            ``float``
l u   list of values                               ``list``, ``tuple``
d     list of [key, value] pairs                   ``dict`` with string keys
T     name in the block, attached to a graph?      :class:`torch.Tensor`
N     name in the block, type name                 :class:`NumpyValue`
R     number, kind, type name                      :class:`Ref`
====  ===========================================  ===============================

Anything else stays where it is and crosses as a :class:`Ref`, a number that only its own process
can turn back into the object.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from safetensors.torch import load as load_tensors
from safetensors.torch import save as save_tensors

from gan_course.exercises.student.text import encodable

Tree = list[Any]
Block = dict[str, torch.Tensor]
ALLOWED_DTYPES = frozenset(
    {torch.float16, torch.bfloat16, torch.float32, torch.float64, torch.uint8, torch.int8}
    | {torch.int16, torch.int32, torch.int64, torch.bool}
)


class WireError(ValueError):
    """A message breaks the rules of the wire: too large, too deep, malformed."""


class UndefinedError(WireError):
    """The student's code does not define the name asked for."""


@dataclass(frozen=True)
class Limits:
    """Caps on one message.

    Attributes:
        max_bytes: size of the whole message, in bytes.
        max_depth: nesting of lists and dictionaries.
        max_items: number of values in the tree.
        max_text: length of one string, in characters.
        max_tree: size of the JSON tree, in bytes.
        max_marks: brackets and commas in it, which bound what it takes once it is read.
        max_header: size of the tensors' own header, in bytes.
    """

    max_bytes: int = 64 * 2**20
    max_depth: int = 12
    max_items: int = 20_000
    max_text: int = 20_000
    max_tree: int = 16 * 2**20
    max_marks: int = 500_000
    max_header: int = 4 * 2**20


DEFAULT_LIMITS = Limits()


@dataclass(frozen=True)
class Ref:
    """An object that stays in the student process.

    Attributes:
        number: key in the worker's table of objects.
        kind: "module", "optimizer", "tensor", "callable" or "other".
        type_name: qualified name of its class, for messages.
    """

    number: int
    kind: str
    type_name: str


@dataclass(frozen=True)
class NumpyValue:
    """A NumPy scalar or array: its numbers, and the type a message should name."""

    tensor: torch.Tensor
    type_name: str


@dataclass(frozen=True)
class Arrived:
    """A tensor that crossed the wire, with what only its home process knew.

    Attributes:
        tensor: the numbers, detached, on the CPU.
        attached: whether a gradient could flow through it at home.
    """

    tensor: torch.Tensor
    attached: bool


class Encoder:
    """Turns values into a tree and a block of tensors."""

    def __init__(self, keep: Callable[[Any], Ref], limits: Limits = DEFAULT_LIMITS) -> None:
        """Store how to keep what cannot cross.

        Args:
            keep: called with an object that cannot cross; returns the reference sent in its place.
            limits: caps on the message.
        """
        self._keep = keep
        self._limits = limits
        self._items = 0
        self._bytes = 0
        self.block: Block = {}

    def value(self, value: Any, depth: int = 0) -> Tree:
        """Encode one value.

        Raises:
            WireError: if the value is nested too deeply or holds too many items.
        """
        self._count(depth)
        if value is None:
            return ["n"]
        encode = PLAIN.get(type(value))  # most values are of these very types, and there are many
        if encode is not None:
            return encode(self, value, depth)
        if isinstance(value, torch.Tensor):
            return self._tensor(value)
        if isinstance(value, np.ndarray | np.generic) and not isinstance(value, float | int | str):
            return self._numpy(value)
        for kind, encode in PLAIN.items():
            if isinstance(value, kind):
                # A named tuple or a subclass of list is, for a probe, the sequence it is.
                return encode(self, value, depth)
        return self._kept(value, depth)

    def _text(self, value: str, _: int) -> Tree:
        return ["s", self._key(value)]

    def _list(self, value: list[Any], depth: int) -> Tree:
        return ["l", [self.value(v, depth + 1) for v in value]]

    def _tuple(self, value: tuple[Any, ...], depth: int) -> Tree:
        return ["u", [self.value(v, depth + 1) for v in value]]

    def _dict(self, value: dict[Any, Any], depth: int) -> Tree:
        if not all(isinstance(k, str) for k in value):
            return self._kept(value, depth)
        return ["d", [[self._key(k), self.value(v, depth + 1)] for k, v in value.items()]]

    def _kept(self, value: Any, depth: int) -> Tree:
        return self.value(self._keep(value), depth)

    def _key(self, key: str) -> str:
        return encodable(str(key)[: self._limits.max_text])

    def _count(self, depth: int) -> None:
        self._items += 1
        if self._items > self._limits.max_items:
            raise WireError(f"more than {self._limits.max_items} values in one message")
        if depth > self._limits.max_depth:
            raise WireError(f"nested deeper than {self._limits.max_depth} levels")

    def _tensor(self, value: torch.Tensor) -> Tree:
        if type(value) is torch.Tensor:
            return self._put_copy(value)
        with torch._C.DisableTorchFunctionSubclass():
            return self._put_copy(value)

    def _put_copy(self, value: torch.Tensor) -> Tree:
        attached = bool(value.requires_grad)
        plain = value.detach().cpu()
        if plain.is_sparse or plain.dtype not in ALLOWED_DTYPES:
            return self.value(self._keep(value))
        # A copy, so that the grader never shares memory with the student (in-kernel mode).
        return ["T", self._put(plain.clone(memory_format=torch.contiguous_format)), attached]

    def _numpy(self, value: Any) -> Tree:
        array = np.asarray(value)
        if array.dtype.kind not in "fiub":
            return self.value(self._keep(value))
        return ["N", self._put(torch.tensor(array)), f"numpy.{type(value).__name__}"]

    def _put(self, tensor: torch.Tensor) -> str:
        self._bytes += tensor.numel() * tensor.element_size()
        if self._bytes > self._limits.max_bytes:
            raise WireError(f"{self._bytes} bytes of tensors, at most {self._limits.max_bytes} may cross")
        name = f"t{len(self.block)}"
        self.block[name] = tensor
        return name


class Decoder:
    """Turns a tree and a block of tensors back into values."""

    def __init__(
        self,
        block: Block,
        find: Callable[[Ref], Any],
        limits: Limits = DEFAULT_LIMITS,
        mark_tensors: bool = False,
    ) -> None:
        """Store how to find what did not cross.

        Args:
            block: tensors by name.
            find: called with a reference; returns the object (or the reference itself).
            limits: caps on the message.
            mark_tensors: return :class:`Arrived` instead of a bare tensor.
        """
        self._block = block
        self._find = find
        self._limits = limits
        self._mark = mark_tensors
        self._items = 0

    def value(self, tree: Any, depth: int = 0) -> Any:
        """Decode one value.

        Raises:
            WireError: if the tree is malformed, too deep or too large.
        """
        self._items += 1
        if self._items > self._limits.max_items or depth > self._limits.max_depth:
            raise WireError("too many values or nested too deeply")
        try:
            return self._decode(tree[0], tree, depth)
        except (KeyError, IndexError, TypeError, ValueError, AttributeError) as error:
            if isinstance(error, WireError):
                raise
            raise WireError(f"malformed value: {type(error).__name__}") from error

    def _decode(self, tag: str, tree: Tree, depth: int) -> Any:
        if tag == "n":
            return None
        if tag == "T":
            tensor = self._block[tree[1]]
            return Arrived(tensor, tree[2] is True) if self._mark else tensor
        if tag == "N":
            return NumpyValue(self._block[tree[1]], str(tree[2]))
        if tag == "R":
            return self._find(Ref(int(tree[1]), str(tree[2]), str(tree[3])))
        if tag in "lu":
            items = [self.value(v, depth + 1) for v in tree[1]]
            return tuple(items) if tag == "u" else items
        if tag == "d":
            return {str(k): self.value(v, depth + 1) for k, v in tree[1]}
        return SCALARS[tag](tree[1])


def _float_out(value: float) -> float | str:
    return value if math.isfinite(value) else str(value)


# A truth value is a whole number too, so it comes first.
PLAIN: dict[type, Callable[[Encoder, Any, int], Tree]] = {
    Ref: lambda _, value, __: ["R", value.number, value.kind, value.type_name],
    bool: lambda _, value, __: ["b", bool(value)],
    int: lambda _, value, __: ["i", int(value)],
    float: lambda _, value, __: ["f", _float_out(float(value))],
    str: Encoder._text,
    tuple: Encoder._tuple,
    list: Encoder._list,
    dict: Encoder._dict,
}


def _float_in(value: Any) -> float:
    if isinstance(value, str) and value not in {"nan", "inf", "-inf"}:
        raise WireError("not a number")
    return float(value)


def pack(tree: Any, block: Block, limits: Limits = DEFAULT_LIMITS) -> bytes:
    """Join a JSON tree and a block of tensors into one message.

    Raises:
        WireError: if the message is larger than ``limits.max_bytes``.
    """
    text = json.dumps(tree, allow_nan=False).encode()
    message = len(text).to_bytes(4, "big") + text + save_tensors(block)
    if len(message) > limits.max_bytes:
        raise WireError(f"{len(message)} bytes, at most {limits.max_bytes} may cross")
    return message


def unpack(message: bytes, limits: Limits = DEFAULT_LIMITS) -> tuple[Any, Block]:
    """Split a message into its JSON tree and its tensors.

    Raises:
        WireError: if the message is too large or malformed.
    """
    if len(message) > limits.max_bytes:
        raise WireError(f"{len(message)} bytes, at most {limits.max_bytes} may cross")
    length = int.from_bytes(message[:4], "big")
    text, tensors = message[4 : 4 + length], message[4 + length :]
    _look_first(text, tensors, limits)
    try:
        tree = json.loads(text)
        # Only an escape can name half a character in JSON; what it names is made whole.
        return (_encodable(tree) if b"\\u" in text else tree), load_tensors(tensors)
    except Exception as error:  # whatever a hostile message breaks, it is malformed
        raise WireError(f"malformed message: {type(error).__name__}") from error


def _look_first(text: bytes, tensors: bytes, limits: Limits) -> None:
    """Refuse what would take a hundred times its size once it is read.

    Raises:
        WireError: if the tree or the tensors' header is larger than anything a value needs.
    """
    marks = text.count(b"[") + text.count(b"{") + text.count(b",")
    if len(text) > limits.max_tree or marks > limits.max_marks:
        raise WireError(f"a tree of {len(text)} bytes, more than a value needs")
    header = int.from_bytes(tensors[:8], "little")
    if header > limits.max_header:
        raise WireError(f"a header of {header} bytes, at most {limits.max_header} may cross")


def _encodable(tree: Any) -> Any:
    if isinstance(tree, str):
        return encodable(tree)
    if isinstance(tree, list):
        return [_encodable(each) for each in tree]
    if isinstance(tree, dict):
        return {encodable(key): _encodable(each) for key, each in tree.items()}
    return tree


SCALARS: dict[str, Callable[[Any], Any]] = {"b": bool, "i": int, "s": str, "f": _float_in}
