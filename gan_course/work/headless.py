"""Run a notebook's cells in a fresh kernel, without a screen, and ask its checks on the way.

In the place of each check cell its verdict is asked for as data, on the public inputs that the notebook's own
check uses. Nothing is saved: the notebook on disk stays as it is.
"""

from __future__ import annotations

import contextlib
import logging
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from gan_course.progress import VARIABLE as PROGRESS_VARIABLE
from gan_course.work.notebook import Notebook, source
from gan_course.work.run import MIMETYPE, Run, Stop, Verdict

if TYPE_CHECKING:
    from nbclient import NotebookClient

LONGEST_CELL = 600  # seconds
LONGEST_REASON = 160  # characters


def run_notebook(
    notebook: Notebook,
    *,
    demos: bool = False,
    longest: int = LONGEST_CELL,
    tell: Callable[[Verdict], None] = lambda verdict: None,
) -> Run:
    """Run a notebook from top to bottom.

    Args:
        notebook: The notebook.
        demos: Run the demonstrations too, which draw and train; grading leaves them out.
        longest: Seconds that one cell may take.
        tell: Called with each verdict as soon as it is there.
    """
    from nbclient.exceptions import DeadKernelError

    tests = {id(cell): exercise for exercise, cell in notebook.tests.items()}
    verdicts: list[Verdict] = []
    stops: list[Stop] = []
    with _kernel(notebook, demos, longest) as client:
        for index, cell in enumerate(notebook.cells):
            exercise = tests.get(id(cell), "")
            try:
                verdict, stop = _run_cell(client, notebook, index, exercise)
            except DeadKernelError:
                stops.append(Stop(index + 1, "the kernel died here; a crash, or no memory left"))
                break
            if stop:
                stops.append(Stop(index + 1, stop))
            if exercise:
                verdicts.append(verdict or Verdict(exercise, False, "unknown", (stop,)))
                tell(verdicts[-1])
    seen = {verdict.exercise for verdict in verdicts}
    for exercise in tests.values():
        if exercise not in seen:
            verdicts.append(Verdict(exercise, False, "unknown", ("not reached: the kernel died before",)))
            tell(verdicts[-1])
    return Run(tuple(verdicts), tuple(stops))


def _run_cell(
    client: NotebookClient, notebook: Notebook, index: int, exercise: str
) -> tuple[Verdict | None, str]:
    """Run one cell, or ask for the verdict where it is a check; return the verdict, and why it stopped."""
    cell = client.nb.cells[index]
    if cell.cell_type != "code":
        return None, ""
    cell.source = source(cell)
    if exercise:
        cell.source = (
            "from gan_course.work.verdict import show_verdict\n"
            f"show_verdict({notebook.assignment!r}, {exercise!r})"
        )
    client.execute_cell(cell, index)
    for output in cell.outputs:
        if MIMETYPE in output.get("data", {}):
            return Verdict.from_json(output.data[MIMETYPE]), ""
        if output.output_type == "error":
            interrupted = output.ename == "KeyboardInterrupt"  # by nbclient; nobody else is there to do it
            return None, f"it was stopped after {client.timeout} s" if interrupted else _one_line(output)
    return None, ""


def _one_line(error: Any) -> str:
    return f"{error.ename}: {error.evalue}".splitlines()[0][:LONGEST_REASON]


@contextlib.contextmanager
def _kernel(notebook: Notebook, demos: bool, longest: int) -> Iterator[NotebookClient]:
    """Start a kernel of this very Python in the notebook's folder; stop it at the end."""
    import nbformat
    from nbclient import NotebookClient

    from gan_course.lesson import SKIP_VARIABLE

    settings = {PROGRESS_VARIABLE: "0", SKIP_VARIABLE: "0" if demos else "1"}
    client = NotebookClient(
        nbformat.from_dict(notebook.data),  # type: ignore[no-untyped-call]
        km=_kernel_of_this_python(),
        timeout=longest,
        interrupt_on_timeout=True,
        allow_errors=True,
        record_timing=False,
        log=_no_log(),
        resources={"metadata": {"path": str(notebook.path.resolve().parent)}},
    )
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}  # the kernel's own log
    with client.setup_kernel(cleanup_kc=True, env={**os.environ, **settings}, **quiet):
        yield client


def _kernel_of_this_python() -> Any:
    """Return a kernel's manager. By its name, ``python3``, another environment's kernel might be started."""
    from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
    from jupyter_client.manager import AsyncKernelManager

    class ThisPython(KernelSpecManager):
        def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
            command = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
            return KernelSpec(argv=command, display_name="this Python", language="python")

    return AsyncKernelManager(kernel_spec_manager=ThisPython())


def _no_log() -> logging.Logger:
    """Return a logger that says nothing: what nbclient logs is told in the run."""
    logger = logging.getLogger(f"{__name__}.nbclient")
    logger.addHandler(logging.NullHandler())
    logger.propagate = False
    return logger
