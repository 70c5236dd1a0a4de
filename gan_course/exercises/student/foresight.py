"""A whole play in one message: the student process asks itself what the grader is going to ask.

An experiment is public, so the student process can play it by itself, taking everything to be right, and
send back all its own answers at once. The grader then plays the same experiment on these answers. Where it
asks something else after all, after a wrong answer mostly, it goes on asking one by one.

What is sent in advance is what would have been sent one by one: inputs in, evidence out, and the verdict is
reached by the grader.
"""

from __future__ import annotations

import json
import math
import zlib
from collections import defaultdict
from collections.abc import Callable
from typing import Any

import torch

from gan_course.exercises.student.wire import Block, WireError

Ask = Callable[[Any, Block], tuple[Any, Block]]
Reply = tuple[int, Any, Block]  # the digest of what was asked, and the answer


def digest(tree: Any, block: Block) -> int:
    """Return a number that tells requests apart."""
    number = zlib.crc32(json.dumps(tree).encode())
    for tensor in block.values():
        number = zlib.crc32(tensor.contiguous().reshape(-1).view(torch.uint8).numpy().data, number)
    return number


class Recorder:
    """The channel of a play inside the student process: answers, and keeps each answer."""

    def __init__(self, answer: Ask) -> None:
        self._answer = answer
        self.replies: list[Reply] = []

    def ask(self, tree: Any, block: Block) -> tuple[Any, Block]:
        """Answer, and remember it."""
        reply, found = self._answer(tree, block)
        self.replies.append((digest(tree, block), reply, found))
        return reply, found


def joined(replies: list[Reply]) -> tuple[Any, Block]:
    """Put every answer of a play into one.

    The numbers of all tensors of a type stand behind each other in one: hundreds of small ones take longer to
    pack than to compute.
    """
    parts: dict[torch.dtype, list[torch.Tensor]] = defaultdict(list)
    places = [[_placed(parts, name, tensor) for name, tensor in own.items()] for _, _, own in replies]
    tree = [[asked, reply, where] for (asked, reply, _), where in zip(replies, places, strict=True)]
    return {"foreseen": tree}, {_name(kind): torch.cat(flat) for kind, flat in parts.items()}


def _placed(parts: dict[torch.dtype, list[torch.Tensor]], name: str, tensor: torch.Tensor) -> list[Any]:
    parts[tensor.dtype].append(tensor.reshape(-1))
    return [name, _name(tensor.dtype), list(tensor.shape)]


def _name(kind: torch.dtype) -> str:
    return str(kind).removeprefix("torch.")


def parted(tree: Any, block: Block) -> list[Reply]:
    """Split what :func:`joined` put together into single answers.

    Raises:
        WireError: if it has another form.
    """
    used: dict[str, int] = defaultdict(int)

    def part(kind: str, shape: list[int]) -> torch.Tensor:
        size, start = math.prod(shape), used[kind]
        if min(shape, default=0) < 0:
            raise ValueError("a side of less than nothing")
        used[kind] = start + size
        return block[kind][start : start + size].reshape(shape)

    try:
        return [
            (int(asked), reply, {str(name): part(kind, shape) for name, kind, shape in places})
            for asked, reply, places in tree["foreseen"]
        ]
    except (KeyError, TypeError, ValueError, IndexError, RuntimeError, OverflowError) as error:
        raise WireError(f"malformed play: {type(error).__name__}") from error


class Foreseen:
    """A channel that answers from what was foreseen, as long as it fits what is asked."""

    def __init__(self, ask: Ask, replies: list[Reply]) -> None:
        """Answer from the replies.

        Args:
            ask: the line to the student process, for everything else.
            replies: in order.
        """
        self._ask = ask
        self._waiting = list(reversed(replies))

    def ask(self, tree: Any, block: Block) -> tuple[Any, Block]:
        """Return the answer foreseen, or ask for one.

        A question of the grader's own, to confirm a misconception or to draw a picture, comes in between.
        """
        if self._waiting and self._waiting[-1][0] == digest(tree, block):
            _, reply, found = self._waiting.pop()
            return reply, found
        return self._ask(tree, block)
