"""What a student process showed, as the outputs of a graded notebook: to be read, never to be believed."""

from __future__ import annotations

from typing import Any

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_output

from gan_grading.engine.session import CellRun

# A verdict's own representation: in a student's output it would be forged.
OURS = "application/vnd.gan-grading"
RUNS_IN_BROWSER = ("application/javascript", "text/javascript", "application/vnd.jupyter.widget-view+json")


def as_nodes(run: CellRun, is_test: bool) -> list[NotebookNode]:
    """Return a cell's outputs.

    Args:
        run: what running it gave.
        is_test: whether it is a test cell; nbgrader reads a score out of its results, errors and standard
            error, so those become what carries no score.
    """
    outputs = [_checked(output, is_test) for output in run.outputs]
    if run.error is not None and run.error.kind != "raised":
        outputs.append(_text(f"stopped: {run.error.message}\n", "stdout" if is_test else "stderr"))
    return [output for output in outputs if output is not None]


def _checked(output: dict[str, Any], is_test: bool) -> NotebookNode | None:
    kind = output["output_type"]
    if kind == "stream":
        return _text(output["text"], "stdout" if is_test else output["name"])
    if kind == "error":
        trace = [line for line in output.get("traceback", []) if isinstance(line, str)]
        if is_test:
            return _text("\n".join([*trace, f"{output['ename']}: {output['evalue']}", ""]), "stdout")
        return _node("error", ename=output["ename"], evalue=output["evalue"], traceback=trace)
    data = {
        mime: value
        for mime, value in output["data"].items()
        if not mime.startswith(OURS) and mime not in RUNS_IN_BROWSER
    }
    if not data:
        return None
    if kind == "execute_result" and not is_test:
        return _node(kind, data=data, execution_count=None)
    return _node("display_data", data=data)


def _text(text: str, name: str) -> NotebookNode:
    return _node("stream", name=name, text=text)


def _node(kind: str, **content: Any) -> NotebookNode:
    made: NotebookNode = new_output(kind, **content)  # type: ignore[no-untyped-call]
    plain: NotebookNode = nbformat.from_dict(made)  # type: ignore[no-untyped-call]
    return plain
