"""A whole play in one message: the student process asks itself what the grader is going to ask.

An experiment is public, so the student process can play it by itself, taking everything to be right, and
send back all its own answers at once. The grader then plays the same experiment on these answers. Where it
asks something else after all, after a wrong answer mostly, it goes on asking one by one.

What is sent in advance is what would have been sent one by one: inputs in, evidence out, and the verdict is
reached by the grader.
"""

from __future__ import annotations

import json
import zlib
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
        flat = tensor.contiguous().reshape(-1).view(torch.uint8)
        number = zlib.crc32(flat.numpy().tobytes(), number)
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
    """Put every answer of a play into one."""
    block = {f"{i}/{name}": tensor for i, (_, _, own) in enumerate(replies) for name, tensor in own.items()}
    return {"foreseen": [[asked, reply] for asked, reply, _ in replies]}, block


def parted(tree: Any, block: Block) -> list[Reply]:
    """Split what :func:`joined` put together into single answers.

    Raises:
        WireError: if it has another form.
    """
    try:
        own: list[Block] = [{} for _ in tree["foreseen"]]
        for name, tensor in block.items():
            place, _, rest = name.partition("/")
            own[int(place)][rest] = tensor
        return [(int(asked), reply, own[i]) for i, (asked, reply) in enumerate(tree["foreseen"])]
    except (KeyError, TypeError, ValueError, IndexError) as error:
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
