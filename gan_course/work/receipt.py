"""A receipt: what was packed, with which versions, and what its checks said. Made offline, and no evidence.

Whoever holds a notebook can write a receipt for it. It tells an instructor that the notebook arrived as it
was packed, and what the student's machine saw; it proves neither who wrote an answer nor that it is right.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
import platform
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any

from gan_course import __version__
from gan_course.work.notebook import Notebook, source
from gan_course.work.run import Run

FORM = 1
NAME = "receipt.json"
MOST_BYTES = 1_000_000


@dataclass(frozen=True)
class Receipt:
    """What a pack says about itself.

    Attributes:
        assignment: Its name.
        notebook: The notebook's file name.
        sha256: Of the packed notebook's bytes.
        size: Their number.
        answers: SHA-256 of each answer's text, by exercise.
        verdicts: What each check said, by exercise: ``green``, ``red``, ``not written``, …
        stops: Cells that did not run to their end, a line each.
        versions: Of what ran it.
        packed_at: When, in UTC.
        form: Of the receipt.
    """

    assignment: str
    notebook: str
    sha256: str
    size: int
    answers: dict[str, str]
    verdicts: dict[str, str]
    stops: list[str]
    versions: dict[str, str]
    packed_at: str
    form: int = FORM

    @classmethod
    def of(cls, notebook: Notebook, packed: bytes, run: Run) -> Receipt:
        """Write a receipt.

        Args:
            notebook: What is handed in.
            packed: Its bytes in the pack.
            run: What running it came to.
        """
        return cls(
            assignment=notebook.assignment,
            notebook=notebook.path.name,
            sha256=hashlib.sha256(packed).hexdigest(),
            size=len(packed),
            answers={name: text_hash(source(cell)) for name, cell in notebook.answers.items()},
            verdicts={verdict.exercise: verdict.state for verdict in run.verdicts},
            stops=[f"cell {stop.number}: {stop.reason}" for stop in run.stops],
            versions={
                "gan-course": __version__,
                "python": platform.python_version(),
                "torch": importlib.metadata.version("torch"),
                "system": f"{platform.system()} {platform.machine()}",
            },
            packed_at=datetime.now(UTC).isoformat(timespec="seconds"),
        )

    def text(self) -> str:
        """Return it as a file."""
        return json.dumps(asdict(self), indent=1, sort_keys=True, ensure_ascii=False) + "\n"

    @classmethod
    def from_text(cls, text: str) -> Receipt:
        """Read what :meth:`text` wrote.

        Raises:
            ValueError: If it is something else; the message says what.
        """
        data: Any = json.loads(text)
        kinds: dict[str, type] = {
            **dict.fromkeys(("assignment", "notebook", "sha256", "packed_at"), str),
            **dict.fromkeys(("answers", "verdicts", "versions"), dict),
            "size": int,
            "stops": list,
            "form": int,
        }
        if not isinstance(data, dict) or any(not isinstance(data.get(k), kind) for k, kind in kinds.items()):
            raise ValueError("it lacks what a receipt holds")
        if data["form"] != FORM:
            raise ValueError(f"it is of form {data['form']}, this version reads {FORM}")
        words = [*data["stops"], *(v for k in ("answers", "verdicts", "versions") for v in data[k].values())]
        if not all(isinstance(word, str) for word in words):
            raise ValueError("it holds something else than words")
        return cls(**{name: data[name] for name in kinds})


def code_of(receipt: bytes) -> str:
    """Return a short code of a receipt file, for a student to write down.

    >>> code_of(b"{}")
    '4413-6fa3'
    """
    digest = hashlib.sha256(receipt).hexdigest()
    return f"{digest[:4]}-{digest[4:8]}"


def text_hash(text: str) -> str:
    """Return the SHA-256 of an answer's text, blanks at its ends left out."""
    return hashlib.sha256(text.strip().encode("utf-8", "replace")).hexdigest()
