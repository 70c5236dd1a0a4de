"""What a Dask worker does for feedback: a graded notebook comes as data, a page goes back."""

from __future__ import annotations

import json
import threading
from dataclasses import dataclass, field
from typing import Any

import nbformat
from distributed import Worker, get_worker
from nbconvert.exporters.exporter import ResourcesDict
from nbgrader.converters import GenerateFeedback
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import GetGrades
from traitlets.config import Config

from gan_grading.classroom.cluster import NamedPlugin


def needs_gradebook(step: type) -> bool:
    """Whether a step of nbgrader's feedback reads the gradebook, which the coordinator alone has."""
    return issubclass(step, GetGrades)


@dataclass
class FeedbackPlugin(NamedPlugin):
    """Makes pages on Dask's workers.

    Attributes:
        config: nbgrader's settings.
        name: unique to the run.
    """

    config: Config
    name: str
    _exporter: Any = field(default=None, init=False, repr=False)
    _turn: Any = field(default=None, init=False, repr=False)

    def setup(self, worker: Worker) -> None:
        """Begin on a worker; the exporter is made with the first page."""
        self._turn = threading.Lock()

    def page(self, data: bytes) -> bytes:
        """Make one page; see :func:`page_on_worker`."""
        given = json.loads(data)
        resources = ResourcesDict(**given["resources"])
        resources["metadata"] = ResourcesDict(**given["resources"]["metadata"])
        notebook = nbformat.from_dict(given["notebook"])  # type: ignore[no-untyped-call]
        with self._turn:
            page, _ = self._ready().from_notebook_node(notebook, resources=resources)
        return str(page).encode()

    def _ready(self) -> Any:
        if self._exporter is None:
            # As nbgrader makes it: its template lies elsewhere on each machine.
            folders = CourseDirectory(config=self.config)
            converter = GenerateFeedback(coursedir=folders, config=self.config)
            exporter = converter.exporter_class(parent=converter, config=converter.config)
            for step in converter.preprocessors:
                if not needs_gradebook(step):
                    exporter.register_preprocessor(step)
            self._exporter = exporter
        return self._exporter


def page_on_worker(plugin: str, data: bytes) -> bytes:
    """Make a page on the worker that this runs on.

    Args:
        plugin: name of the run's plugin.
        data: JSON with ``notebook``, scores noted in it, and nbgrader's ``resources``.

    Returns:
        The page.
    """
    held: Any = get_worker().plugins[plugin]
    made: bytes = held.page(data)
    return made
