"""Read graded notebooks: the verdicts, the answers, and what was odd about a submission."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from gan_course.exercises.finding import RESULT_MIMETYPE, ExerciseResult
from gan_grading.nbgrader.waiting import is_finished


@dataclass(frozen=True)
class GradedNotebook:
    """What a graded notebook adds to its scores.

    Attributes:
        verdicts: by exercise.
        answers: source of each answer by exercise.
        notices: what was odd, in words.
        seed: base of the hidden seeds it was graded with.
        graded_by: the versions that graded it.
    """

    verdicts: Mapping[str, ExerciseResult] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)
    notices: tuple[str, ...] = ()
    seed: int | None = None
    graded_by: str = ""


def read_graded(path: Path) -> GradedNotebook:
    """Read one graded notebook; what cannot be read adds nothing but a notice.

    Args:
        path: in nbgrader's ``autograded/``.
    """
    if not path.is_file() or not is_finished(path.parent):
        return GradedNotebook()
    try:
        data = json.loads(path.read_bytes())
        cells, record = data["cells"], data["metadata"].get("gan_grading", {})
        results = [output["data"][RESULT_MIMETYPE] for output in _outputs(cells)]
        answers = {_marks(c)["grade_id"]: _text(c) for c in cells if _marks(c).get("solution")}
        verdicts = {verdict.exercise: verdict for verdict in map(_result, results) if verdict}
        return GradedNotebook(
            verdicts,
            answers,
            tuple(map(str, record.get("notices", ()))),
            record.get("seed"),
            str(record.get("graded_by", "")),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        return GradedNotebook(notices=(f"its graded notebook cannot be read ({type(error).__name__})",))


def _outputs(cells: list[Any]) -> list[Any]:
    outputs = [output for cell in cells for output in cell.get("outputs", [])]
    return [output for output in outputs if RESULT_MIMETYPE in output.get("data", {})]


def _marks(cell: Any) -> Mapping[str, Any]:
    found: Mapping[str, Any] = cell["metadata"].get("nbgrader", {})
    return found


def _text(cell: Any) -> str:
    return cell["source"] if isinstance(cell["source"], str) else "".join(cell["source"])


def _result(data: Any) -> ExerciseResult | None:
    """Read a verdict; one of a probe of somebody's own may hold less than this course's."""
    try:
        return ExerciseResult.from_json({key: value for key, value in data.items() if key != "assignment"})
    except (KeyError, TypeError, ValueError, AttributeError):
        return None
