"""What a Dask worker holds and does: submissions come to it as data, verdicts leave it as data.

It needs this package installed and nothing else: the instructor's notebook and the keys of the assignment
come with the plugin, as text. What goes back is JSON, which holds numbers and text that the engine has
checked; nothing that a student's process sent is ever unpickled.
"""

from __future__ import annotations

import json
import threading
import time
import zlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import nbformat
import torch
from distributed import Worker, get_worker

from gan_grading.classroom.cluster import NamedPlugin
from gan_grading.classroom.fingerprint import keys_version
from gan_grading.course import Assignment, Course
from gan_grading.engine import Graded, Grader, Pool, Result, choose_sandbox
from gan_grading.engine.scratch import Scratch
from gan_grading.errors import GradingError


class OtherVersionError(GradingError):
    """A worker whose packages are not those of the run."""


@dataclass(frozen=True)
class Order:
    """What is to be graded, and how.

    Attributes:
        assignment: its name.
        files: the text of its source and of its keys, by their paths in the assignment's folder.
        version: of the keys.
        no_sandbox: let student code run unprotected where no sandbox is wanted.
        demos: run the notebook's demonstrations too.
        points: what test cells are worth by the gradebook.
    """

    assignment: str
    files: dict[str, str]
    version: str
    no_sandbox: bool = False
    demos: bool = False
    points: dict[str, float] = field(default_factory=dict)


def texts_of(assignment: Assignment) -> dict[str, str]:
    """Return the source and the keys of an assignment as data."""
    folder = assignment.source.parent
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*.py"))
    }


def plugin_of(
    assignment: Assignment, version: str, no_sandbox: bool, demos: bool, points: dict[str, float]
) -> GradingPlugin:
    """Return what makes graders of workers, under a name that no other run has."""
    order = Order(assignment.name, texts_of(assignment), version, no_sandbox, demos, points)
    return GradingPlugin(order, f"gan-grading-{version}-{time.time_ns():x}")


@dataclass
class GradingPlugin(NamedPlugin):
    """Makes graders of Dask's workers, of those too that join later or take a lost one's place."""

    order: Order
    name: str
    _bench: Bench | None = field(default=None, init=False, repr=False)

    def setup(self, worker: Worker) -> None:
        """Begin on a worker; its processes start with the first submission."""
        self._bench = Bench(self.order)

    def teardown(self, worker: Worker) -> None:
        """End every process that was started."""
        if self._bench is not None:
            self._bench.close()

    def grade(self, notebook: bytes, mark: str, seed: int) -> bytes:
        """Grade a submission; see :func:`grade_on_worker`."""
        assert self._bench is not None
        return self._bench.grade(notebook, mark, seed)


class Bench:
    """One worker's grader; it takes one submission at a time, however many threads the worker has."""

    def __init__(self, order: Order) -> None:
        self._order, self._turn = order, threading.Lock()
        self._grader: Grader | None = None
        self._pool: Pool | None = None
        self._scratch: Scratch | None = None

    def grade(self, notebook: bytes, mark: str, seed: int) -> bytes:
        """Grade one submission; see :func:`grade_on_worker`."""
        from gan_grading.nbgrader.engine import grade_tidy

        with self._turn:
            grader = self._ready()
            grader.seed = seed
            given = nbformat.from_dict(json.loads(notebook))  # type: ignore[no-untyped-call]
            return pack(grade_tidy(grader, given, mark, self._order.demos))

    def close(self) -> None:
        """End the grader."""
        if self._pool is not None:
            self._pool.close()
        if self._scratch is not None:
            self._scratch.close()

    def _ready(self) -> Grader:
        if self._grader is None:
            torch.set_num_threads(1)
            order, self._scratch = self._order, Scratch()
            root = Path(self._scratch.path)
            for name, text in order.files.items():
                file = root / "solutions" / order.assignment / name
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text, encoding="utf-8")
            self._pool = Pool(choose_sandbox(order.no_sandbox), demos=order.demos)
            assignment = Course(root).assignment(order.assignment)
            worth = order.points
            grader = Grader(assignment, pool=self._pool, show=True, points=worth)
            if keys_version(grader.plan) != order.version:
                raise OtherVersionError(
                    "a worker's gan-grading or gan-course differs from this machine's",
                    "all of a class is judged by the same code",
                    "install the same versions on every machine of the cluster",
                )
            self._grader = grader
        return self._grader


def grade_on_worker(plugin: str, notebook: bytes, mark: str, seed: int) -> bytes:
    """Grade a submission on the worker that this runs on.

    Args:
        plugin: name of the run's plugin.
        notebook: the submission as :func:`gan_grading.nbgrader.engine.tidy_notebook` reads it, as JSON.
        mark: its fingerprint.
        seed: of its hidden inputs: the class's, or in a regrade the one it had before.

    Returns:
        What :func:`unpack` reads.
    """
    held: Any = get_worker().plugins[plugin]
    made: bytes = held.grade(notebook, mark, seed)
    return made


def pack(graded: Graded) -> bytes:
    """Return a verdict and its notebook as bytes."""
    data = {
        "result": graded.result.to_json(),
        "notebook": graded.notebook,
        "hurried": graded.hurried,
    }
    return zlib.compress(json.dumps(data).encode())


def unpack(data: bytes) -> Graded:
    """Read what :func:`pack` wrote."""
    found = json.loads(zlib.decompress(data))
    notebook = nbformat.from_dict(found["notebook"])  # type: ignore[no-untyped-call]
    return Graded(Result.from_json(found["result"]), notebook, bool(found["hurried"]))
