"""Run a submission for grading: one secret seed a class, no demos, a dead kernel ends one student only."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from nbclient.exceptions import DeadKernelError
from nbformat import NotebookNode
from nbgrader.preprocessors import Execute
from traitlets import Unicode

from gan_course.exercises.check import STRICT_VARIABLE
from gan_course.lesson import SKIP_VARIABLE
from gan_grading.classroom.seed import class_seed
from gan_grading.course import COURSE_VARIABLE
from gan_grading.keys.seeds import SEED_VARIABLE
from gan_grading.versions import graded_by

RUN_RECORD = "gan_grading"
GRADED_BY = "graded_by"  # in the record: the versions


class GradingExecute(Execute):  # type: ignore[misc] # nbgrader publishes no type information
    """nbgrader's Execute with a grading environment.

    The environment is handed to the kernel and not set in this process: formgrader grades inside a Jupyter
    server, whose other kernels must not inherit it.
    """

    course_dir = Unicode(help="The course folder, which holds solutions/.").tag(config=True)
    class_dir = Unicode(help="The class's folder, which keeps its seed.").tag(config=True)

    def start_new_kernel(self, **kwargs: Any) -> None:
        """Start the kernel that runs one submission."""
        grading = {
            SEED_VARIABLE: str(self._seed),
            SKIP_VARIABLE: "1",
            COURSE_VARIABLE: self.course_dir,
            STRICT_VARIABLE: "",  # a check that raised would keep the hidden test below it from running
        }
        super().start_new_kernel(env={**os.environ, **grading}, **kwargs)

    def preprocess(
        self, nb: NotebookNode, resources: dict[str, Any], km: Any = None
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """Run every cell; where the kernel dies, the cells below stay without outputs and points."""
        self._seed = class_seed(Path(self.class_dir), resources["nbgrader"]["assignment"])
        record: dict[str, Any] = {"seed": self._seed, "demos": False, GRADED_BY: graded_by()}
        try:
            nb, resources = super().preprocess(nb, resources, km)
        except DeadKernelError:
            self.log.warning("The kernel died; the test cells below score 0")
            record["kernel_died"] = True
        nb.metadata[RUN_RECORD] = record
        return nb, resources
