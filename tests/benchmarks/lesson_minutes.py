"""How long a lesson takes: reading at 200 words a minute, exercises as announced, waiting as announced.

    python tests/benchmarks/lesson_minutes.py

Folded hints count as half: not everybody opens them. Predictions, widgets and closing questions take two
minutes each.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

if not __package__:  # run as a file, not as a module of the repository
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from gan_grading.course import find_course
from gan_grading.release.source import read_source
from tests.benchmarks._measure import parser, report

ROOT = Path(__file__).resolve().parents[2]
WORDS_A_MINUTE, PREDICTION, WIDGET, QUESTION = 200, 2, 2, 2
FOLDED = re.compile(r"<details>.*?</details>", re.DOTALL)
FORMULA = re.compile(r"\$\$.*?\$\$", re.DOTALL)
EXERCISE = re.compile(r"^### Exercise .*about (\d+) minutes\)", re.MULTILINE)
WAITING = re.compile(r'@demo\(seconds="about (\d+) s"\)')
WIDGETS = re.compile(
    r"\b(?:GANExplorer|DensityGame|MinimaxGame|LatentWalk|AdversarialSlider|InformationSlider)\("
)


def minutes(path: Path) -> dict[str, float]:
    """Count one lesson.

    Args:
        path: Of its percent source.

    Returns:
        Minutes by what they are spent on.
    """
    cells = read_source(path).cells
    text = "\n\n".join(cell.source for cell in cells if cell.cell_type == "markdown")
    code = "\n\n".join(cell.source for cell in cells if cell.cell_type == "code")
    folded = sum(len(part.split()) for part in FOLDED.findall(text))
    # A displayed formula takes as long as a line of prose, however many symbols it has.
    words = len(FORMULA.sub(" formula " * 12, FOLDED.sub("", text)).split()) + folded / 2
    return {
        "reading": words / WORDS_A_MINUTE,
        "exercises": sum(map(int, EXERCISE.findall(text))),
        "waiting": sum(map(int, WAITING.findall(code))) / 60,
        "predictions": PREDICTION * len(re.findall(r"^predict_\w+ = ", code, re.MULTILINE)),
        "widgets": WIDGET * len(WIDGETS.findall(code)),
        "questions": QUESTION * len(re.findall(r"^q_\w+ = ", code, re.MULTILINE)),
    }


def main() -> None:
    options = parser(__doc__.splitlines()[0]).parse_args()
    result: dict[str, Any] = {}
    for assignment in find_course(ROOT).assignments:
        spent = minutes(assignment.source)
        parts = ", ".join(f"{name} {value:.0f}" for name, value in spent.items())
        result[assignment.name] = f"{sum(spent.values()):.0f} ({parts})"
    report(result, options.json)


if __name__ == "__main__":
    main()
