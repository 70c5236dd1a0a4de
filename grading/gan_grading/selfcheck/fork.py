"""Run a function in a forked child, so that an answer of a bank can hang or break only itself."""

from __future__ import annotations

import gc
import multiprocessing
import pickle
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.connection import Connection
from typing import Any, TypeVar

T = TypeVar("T")
CONTEXT = multiprocessing.get_context("fork")


class ChildLost(RuntimeError):
    """The child was too slow or died."""


def in_fork(work: Callable[[], Any], seconds: float) -> Any:
    """Return what ``work()`` returns, computed in a forked child.

    The result crosses by pickle, which is sound here only because the bank is this repository's own.

    Raises:
        ChildLost: if the child is too slow, dies, or ``work`` raises.
    """
    ours, theirs = CONTEXT.Pipe(duplex=False)
    child = CONTEXT.Process(target=_serve, args=(work, theirs), daemon=True)
    child.start()
    theirs.close()
    try:
        if not ours.poll(seconds):
            raise ChildLost(f"no answer within {seconds:g} s")
        status, value = pickle.loads(ours.recv_bytes())
    except EOFError:
        raise ChildLost("the process died") from None
    finally:
        ours.close()
        child.kill()
        child.join()
    if status == "raised":
        raise ChildLost(value)
    return value


def _serve(work: Callable[[], Any], pipe: Connection) -> None:
    gc.freeze()  # what the parent made stays: looking through all of torch for garbage takes its time
    # Plain pickle: the pipe's own would leave each tensor in shared memory and send a file descriptor.
    try:
        pipe.send_bytes(pickle.dumps(("ok", work())))
    except BaseException as error:
        pipe.send_bytes(pickle.dumps(("raised", f"{type(error).__name__}: {error}")))


def map_in_forks(work: Sequence[Callable[[], T]], seconds: float, jobs: int) -> Iterator[T | ChildLost]:
    """Yield the result of each piece of work in order, ``jobs`` at a time."""

    def one(piece: Callable[[], T]) -> T | ChildLost:
        try:
            return in_fork(piece, seconds)  # type: ignore[no-any-return]
        except ChildLost as lost:
            return lost

    with ThreadPoolExecutor(jobs) as pool:
        yield from pool.map(one, work)
