"""What a cell prints and shows, kept within limits, as plain data in the notebook's own form."""

from __future__ import annotations

import io
import json
from typing import Any

from gan_course.exercises.student.text import encodable

CUT = "\n[more output was left out: a cell may print {kb} kB]\n"
DROPPED = "[a picture or other rich output was left out: a cell may show {kb} kB]"


class Recorder:
    """Collects the outputs of one cell after another."""

    def __init__(self, text_kb: int, media_kb: int) -> None:
        """Store the limits.

        Args:
            text_kb: text per cell, standard output and error together.
            media_kb: rich output per cell.
        """
        self.limit(text_kb, media_kb)
        self._outputs: list[dict[str, Any]] = []
        self._text = self._media = 0

    def limit(self, text_kb: int, media_kb: int) -> None:
        """Set the limits, see the class."""
        self._text_kb, self._media_kb = text_kb, media_kb

    def start(self) -> None:
        """Begin a new cell."""
        self._outputs, self._text, self._media = [], 0, 0

    def take(self) -> list[dict[str, Any]]:
        """Return the outputs of the cell so far."""
        return self._outputs

    def write(self, name: str, text: str) -> None:
        """Add text to a stream, up to the limit."""
        room = self._text_kb * 1024 - self._text
        if room <= 0:
            return
        self._text += len(text)
        kept = text if len(text) <= room else text[:room] + CUT.format(kb=self._text_kb)
        kept = encodable(kept)
        last = self._outputs[-1] if self._outputs else None
        if last and last["output_type"] == "stream" and last["name"] == name:
            last["text"] += kept
        else:
            self._outputs.append({"output_type": "stream", "name": name, "text": kept})

    def show(self, kind: str, data: dict[str, Any], metadata: dict[str, Any] | None, count: int) -> None:
        """Add rich output, if it fits.

        Args:
            kind: ``display_data`` or ``execute_result``.
            data: representations by MIME type.
            metadata: of the representations.
            count: the cell's execution count.
        """
        output: dict[str, Any] = {
            "output_type": kind,
            "data": _plain(data),
            "metadata": _plain(metadata or {}),
        }
        if kind == "execute_result":
            output["execution_count"] = count
        size = len(json.dumps(output))
        if self._media + size > self._media_kb * 1024:
            self.write("stderr", DROPPED.format(kb=self._media_kb) + "\n")
            return
        self._media += size
        self._outputs.append(output)

    def error(self, name: str, value: str, traceback: list[str]) -> None:
        """Add an error with its traceback."""
        limit = self._text_kb * 1024
        lines = [line[:limit] for line in traceback[:50]]
        self._outputs.append(
            {
                "output_type": "error",
                "ename": encodable(name[:200]),
                "evalue": encodable(value[:2000]),
                "traceback": [encodable(line) for line in lines],
            }
        )


class CellStream(io.TextIOBase):
    """Stands for ``sys.stdout`` or ``sys.stderr`` in student code."""

    def __init__(self, name: str, recorder: Recorder) -> None:
        super().__init__()
        self._name, self._recorder = name, recorder

    @property
    def encoding(self) -> str:  # type: ignore[override] # a plain attribute in the stub alone
        """Text of any language may be printed."""
        return "utf-8"

    def writable(self) -> bool:
        """Text may be written."""
        return True

    def write(self, text: str, /) -> int:
        """Record the text."""
        self._recorder.write(self._name, str(text))
        return len(text)

    def fileno(self) -> int:
        """Return the descriptor that subprocesses inherit; what they write to it is not kept."""
        return 1 if self._name == "stdout" else 2


def _plain(data: dict[str, Any]) -> dict[str, Any]:
    """Keep what JSON can hold; bytes of a picture arrive as base64 text already."""
    try:
        plain: dict[str, Any] = json.loads(json.dumps(data, default=str))
    except (TypeError, ValueError, RecursionError):
        return {"text/plain": "[output that is no plain data]"}
    return plain
