"""What a student process showed, as the outputs of a graded notebook: to be read, never to be believed.

The limits on outputs are kept inside the student process first, where student code can lift them; so they
are kept here once more, before anything is parsed, and each output is looked at by itself.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from nbformat import NotebookNode, ValidationError
from nbformat.v4.nbbase import validate

from gan_course.exercises.student.handle import StudentFault
from gan_grading.engine import nodes
from gan_grading.shown import shown, shown_tree
from gan_worker.confine.caps import Caps

# A verdict's own representation: in a student's output it would be forged.
OURS = "application/vnd.gan-grading"
RUNS_IN_BROWSER = ("application/javascript", "text/javascript", "application/vnd.jupyter.widget-view+json")
MIME = re.compile(r"[a-zA-Z0-9]{1,40}/[a-zA-Z0-9.+-]{1,100}")
BASE64 = re.compile(r"[A-Za-z0-9+/=\s]*")
MAX_OUTPUTS = 2_000
MAX_VALUES = 500_000
ESCAPED = 6  # bytes that one character may take in JSON
SENTENCES = 1024
MAX_NAME, MAX_VALUE, MAX_TRACE = 200, 2000, 50


@dataclass(frozen=True)
class CellRun:
    """What running one cell gave.

    Attributes:
        error: what it raised or why it was stopped; ``None`` if it ran to its end.
        outputs: in the notebook's form, as far as they can be read.
        value: of a test cell's last expression, where it is a number.
        notices: what was odd about the outputs, in words.
    """

    error: StudentFault | None
    outputs: list[dict[str, Any]]
    value: float | None = None
    notices: tuple[str, ...] = ()


def read_outputs(data: bytes, caps: Caps) -> tuple[list[dict[str, Any]], tuple[str, ...]]:
    """Read the outputs of a cell, each by itself, up to the limits.

    Args:
        data: their JSON text.
        caps: how much one cell may print and show.

    Returns:
        Those that can stand in a notebook, and what was left out, in words.
    """
    room = ESCAPED * 1024 * (caps.cell_output_kb + caps.cell_media_kb) + (1 << 20)
    if len(data) > room or data.count(b"{") + data.count(b"[") > MAX_VALUES:
        return [], ("its outputs were left out: they are larger than a cell may show",)
    try:
        given = json.loads(data)
    except (ValueError, RecursionError):
        given = None
    if not isinstance(given, list):
        return [], ("its outputs were left out: they could not be read",)
    reader = _Reader(caps)
    outputs = [kept for each in given[:MAX_OUTPUTS] if (kept := reader.read(each)) is not None]
    left = reader.dropped + max(0, len(given) - MAX_OUTPUTS)
    return outputs, ((f"{left} of its outputs were left out: no notebook can hold them",) if left else ())


class _Reader:
    """Reads one output after another and counts what they take."""

    def __init__(self, caps: Caps) -> None:
        # A little more than inside, so that the sentence about what was cut there stays.
        self._text, self._media = 1024 * caps.cell_output_kb + SENTENCES, 1024 * caps.cell_media_kb
        self.dropped = 0

    def read(self, given: Any) -> dict[str, Any] | None:
        try:
            kept = self._read(shown_tree(given)) if isinstance(given, dict) else None
            if kept is not None:
                # nbformat's own opinion: one output it refuses would stop the whole notebook.
                validate(nodes.output(**kept), ref=kept["output_type"])  # type: ignore[no-untyped-call]
        except (ValidationError, KeyError, TypeError, ValueError, AttributeError, RecursionError):
            kept = None
        self.dropped += kept is None
        return kept

    def _read(self, given: dict[str, Any]) -> dict[str, Any] | None:
        kind = given["output_type"]
        if kind == "stream":
            name = "stderr" if given["name"] == "stderr" else "stdout"
            return {"output_type": kind, "name": name, "text": self._fitting(given["text"])}
        if kind == "error":
            trace = [self._fitting(line) for line in given.get("traceback", [])[:MAX_TRACE]]
            name, value = given["ename"][:MAX_NAME], given["evalue"][:MAX_VALUE]
            return {"output_type": kind, "ename": name, "evalue": value, "traceback": trace}
        data = {mime: value for mime, value in given["data"].items() if _is_representation(mime, value)}
        self._media -= len(json.dumps(data))
        if kind not in ("display_data", "execute_result") or not data or self._media < 0:
            return None
        return {"output_type": kind, "data": data}

    def _fitting(self, text: str) -> str:
        kept = text[: self._text]
        self._text -= len(kept)
        return kept


def _is_representation(mime: str, value: Any) -> bool:
    if not MIME.fullmatch(mime):
        return False
    if mime == "application/json" or mime.endswith("+json"):
        return True
    is_picture = mime.startswith("image/") and not mime.endswith("+xml")
    return isinstance(value, str) and (not is_picture or BASE64.fullmatch(value) is not None)


def as_nodes(run: CellRun, is_test: bool) -> list[NotebookNode]:
    """Return a cell's outputs.

    Args:
        run: what running it gave.
        is_test: whether it is a test cell; nbgrader reads a score out of its results, errors and standard
            error, so those become what carries no score.
    """
    outputs = [_checked(output, is_test) for output in run.outputs]
    if run.error is not None and run.error.kind != "raised":
        outputs.append(_text(f"stopped: {shown(run.error.message)}\n", "stdout" if is_test else "stderr"))
    return [output for output in outputs if output is not None]


def _checked(output: dict[str, Any], is_test: bool) -> NotebookNode | None:
    kind = output["output_type"]
    if kind == "stream":
        return _text(output["text"], "stdout" if is_test else output["name"])
    if kind == "error":
        if is_test:
            lines = [*output["traceback"], f"{output['ename']}: {output['evalue']}", ""]
            return _text("\n".join(lines), "stdout")
        return nodes.output(**output)
    data = {
        mime: value
        for mime, value in output["data"].items()
        if not mime.startswith(OURS) and mime not in RUNS_IN_BROWSER
    }
    if not data:
        return None
    if kind == "execute_result" and not is_test:
        return nodes.output(kind, data=data, execution_count=None)
    return nodes.output("display_data", data=data)


def _text(text: str, name: str) -> NotebookNode:
    return nodes.output("stream", name=name, text=text)
