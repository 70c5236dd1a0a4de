"""Dask, the one engine for parallel work: processes of this machine, or any Dask scheduler by address."""

from __future__ import annotations

import logging
import os
import sys
from asyncio import CancelledError
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import islice
from typing import Any

import dask
from distributed import Client, Future, KilledWorker, LocalCluster, Security, WorkerPlugin, as_completed
from distributed.comm.core import CommClosedError
from distributed.utils import get_mp_context

from gan_grading.errors import GradingError

PRELOAD = "gan_grading.classroom.preload"
AHEAD = 3  # tasks a worker has waiting, so that it never waits itself
# A worker that dies takes its task along to the next one; so often, and the task is to blame.
DEATHS = 5
SETTINGS = {
    "distributed.scheduler.allowed-failures": DEATHS,
    "distributed.worker.memory.terminate": False,  # limits on student code are the engine's
    "distributed.comm.timeouts.connect": "60s",
    "distributed.admin.tick.limit": "60s",
    # Dask's web pages, which nobody asked for here, are open to all users of the machine.
    "distributed.scheduler.http.routes": [],
    "distributed.worker.http.routes": [],
}

FORKS = sys.platform == "linux"  # elsewhere a process whose libraries have threads is not forked

LOST = (CommClosedError, OSError, TimeoutError, CancelledError, StopIteration)

Task = tuple[str, tuple[Any, ...]]


class NamedPlugin(WorkerPlugin):
    """A plugin that a run knows its own workers by.

    Attributes:
        name: unique to the run.
    """

    name: str


class ClusterError(GradingError):
    """The cluster cannot be reached, or is gone."""


def cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Cluster:
    """A connection to workers.

    Attributes:
        where: what it is, in words.
    """

    def __init__(self, client: Client, where: str) -> None:
        self._client, self.where = client, where

    def size(self) -> int:
        """Return how many workers there are now."""
        known: dict[str, Any] | None = self._client.scheduler_info(n_workers=-1).get("workers")
        if known is None:  # what a client says whose scheduler has just gone
            raise CommClosedError
        return len(known)

    @contextmanager
    def with_plugin(self, plugin: NamedPlugin) -> Iterator[None]:
        """Give every worker a plugin, those too that join later, and take it away at the end."""
        name = plugin.name
        with self._insisting():
            self._client.register_plugin(plugin, name=name)
        try:
            yield
        finally:
            if self._client.status == "running":
                with suppress(CommClosedError, OSError, TimeoutError):
                    self._client.unregister_worker_plugin(name)

    def results(self, work: Callable[..., bytes], tasks: Sequence[Task]) -> Iterator[tuple[Task, Any]]:
        """Do tasks on all workers, and return what comes back, in the order in which it does.

        Args:
            work: a function of this package: workers find it by its name.
            tasks: each the name of who it is for, and the function's arguments.

        Returns:
            Pairs of a task and the bytes returned, or the error raised instead.

        Raises:
            ClusterError: if the scheduler is gone.
        """
        waiting = iter(tasks)
        running: dict[Any, Task] = {}
        finished = as_completed(raise_errors=False)
        while True:
            with self._insisting():
                room = AHEAD * max(1, self.size()) - len(running)
                for task in islice(waiting, max(0, room)):
                    future = self._client.submit(work, *task[1], pure=False)
                    running[future.key] = task
                    finished.add(future)
                if not running:
                    return
                batch = [(future.key, _outcome(future)) for future in finished.next_batch()]
            for key, outcome in batch:
                yield running.pop(key), outcome

    @contextmanager
    def _insisting(self) -> Iterator[None]:
        """Say in one line that the scheduler is gone, in whatever way that shows."""
        try:
            yield
        except (Exception, CancelledError) as error:
            if not isinstance(error, LOST) and self._client.status == "running":
                raise
            raise ClusterError(
                f"{self.where} is gone",
                "what was graded until now is kept",
                "start it again and run the same command: it goes on where it stopped",
            ) from error


def _outcome(future: Future[bytes]) -> Any:
    """Return what a finished task gave: bytes, or its error."""
    if future.status == "cancelled":
        raise CancelledError
    if future.status != "error":
        return future.result()
    error = future.exception()
    if isinstance(error, KilledWorker):
        return GradingError(f"{DEATHS} workers ended while they graded it")
    return error


@contextmanager
def open_cluster(jobs: int | None, address: str | None = None) -> Iterator[Cluster]:
    """Start workers on this machine, or connect to a scheduler; at the end all that was started is gone.

    Args:
        jobs: processes on this machine; one a core if not given.
        address: of a scheduler instead, such as ``tls://grader.example.org:8786``. Certificates are named
            in Dask's own configuration.

    Raises:
        ClusterError: if the scheduler does not answer.
    """
    for name in ("distributed", "distributed.client"):
        logging.getLogger(name).setLevel(logging.CRITICAL)  # a lost worker is replaced, and no news
    with dask.config.set(SETTINGS):
        if address is not None:
            with _connected(address) as client:
                cluster = Cluster(client, f"the scheduler at {address}")
                if not cluster.size():
                    print(
                        f"no worker has joined {address} yet; the run begins with the first", file=sys.stderr
                    )
                yield cluster
            return
        with (
            dask.config.set(_way_to_start()),
            LocalCluster(
                n_workers=jobs or cores(),
                env=dict(os.environ),  # a process that is forked has the one of the first run
                threads_per_worker=1,
                # Its ports are open to other users of the machine: certificates of this run keep them out.
                security=Security.temporary(),
                memory_limit=0,
                dashboard_address="127.0.0.1:0",
                silence_logs=logging.CRITICAL,
            ) as local,
            Client(local) as client,
        ):
            yield Cluster(client, "the cluster of this run")


def _way_to_start() -> dict[str, str]:
    """Let workers be forked from a process that has imported what they need: they share its memory."""
    method = {"distributed.worker.multiprocessing-method": "forkserver" if FORKS else "spawn"}
    if FORKS:
        with dask.config.set(method):
            # After Dask has named its own.
            get_mp_context().set_forkserver_preload(["distributed", PRELOAD])
    return method


@contextmanager
def _connected(address: str) -> Iterator[Client]:
    try:
        client = Client(address, timeout="20s")
    except (OSError, TimeoutError, ValueError, RuntimeError, TypeError) as error:  # also: no certificates
        raise ClusterError(
            f"no scheduler answers at {address}",
            str(error) or type(error).__name__,
            "start it with dask scheduler, or leave --cluster out to grade on this machine",
        ) from error
    with client:
        yield client
