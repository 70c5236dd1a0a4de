"""Hidden probes of the toy course, with the result output that every probe shows."""

import os
from collections.abc import Callable
from typing import Any

from IPython import get_ipython
from IPython.display import display

RESULT = "application/vnd.gan-grading.result+json"
POINTS = {"double": 3.0, "average": 4.0, "q_sum": 1.0}


def probe(assignment: str, exercise: str) -> float:
    """Judge one answer in the running kernel, show the result and return the points."""
    finding = _judge(exercise, get_ipython().user_ns)
    lost = finding["points_lost"] if finding else 0.0
    points = POINTS[exercise] - lost
    result = {
        "schema": 1,
        "assignment": assignment,
        "exercise": exercise,
        "points": points,
        "max_points": POINTS[exercise],
        "findings": [finding] if finding else [],
        "seed": int(os.environ.get("GAN_GRADING_SEED", "0")),
    }
    text = finding["message"] if finding else "all as wanted"
    display({RESULT: result, "text/html": f"<p>{exercise}: {text}</p>", "text/plain": text}, raw=True)
    return points


def _judge(exercise: str, names: dict[str, Any]) -> dict[str, Any] | None:
    if exercise == "q_sum":
        return None if names.get("q_sum") == 55 else _finding("value", 1.0, "the sum is not that")
    cases: dict[str, list[tuple[Callable[[Any], bool], float, str]]] = {
        "double": [(lambda f: f(21) == 42, 3.0, "double(21) is not as wanted")],
        "average": [
            (lambda f: f([4, 4]) == 4, 4.0, "the average of equal numbers is not that number"),
            (lambda f: f([1, 2]) == 1.5, 2.0, "the average is rounded"),
        ],
    }
    for holds, lost, message in cases[exercise]:
        try:
            right = holds(names[exercise])
        except Exception as error:
            return _finding("runs", POINTS[exercise], f"your code stopped: {type(error).__name__}")
        if not right:
            return _finding("value", lost, message)
    return None


def _finding(criterion: str, lost: float, message: str) -> dict[str, Any]:
    return {
        "criterion": criterion,
        "points_lost": lost,
        "misconception": None,
        "message": message,
        "hint": "",
    }
