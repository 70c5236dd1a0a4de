"""Search what students get for anything they must not see."""

from __future__ import annotations

import re
from collections.abc import Iterable

from nbformat import NotebookNode

from gan_grading.release.problems import Problem
from gan_grading.release.regions import HIDDEN, SOLUTION, inside
from gan_grading.release.source import is_answer, is_test

# Words no released file may hold, whatever the solutions say.
FORBIDDEN = ("BEGIN SOLUTION", "END SOLUTION", "BEGIN HIDDEN", "END HIDDEN", "gan_grading", "gan_worker")

# Lines such as `return loss` or `optimizer.step()` stand in every lesson; a line tells something of a
# solution only when it is longer than that, white space left out.
SHORTEST_TELLING_LINE = 22


def telling_lines(notebook: NotebookNode) -> set[str]:
    """Return the lines of solutions and hidden tests that give something away.

    Args:
        notebook: the solved notebook.

    Returns:
        The lines, squeezed (see :func:`squeeze`).
    """
    lines: list[str] = []
    for cell in notebook.cells:
        if is_answer(cell):
            lines += inside(cell.source, SOLUTION)
        if is_test(cell):
            lines += inside(cell.source, HIDDEN)
    return {squeezed for line in lines if len(squeezed := squeeze(line)) >= SHORTEST_TELLING_LINE}


def squeeze(line: str) -> str:
    """Return a line without its comment and white space, so that neither hides a copy."""
    code = line if line.lstrip().startswith("#") else re.sub(r"\s#\s.*$", "", line)
    return re.sub(r"\s+", "", code)


def leaks_in(text: str, telling: Iterable[str]) -> list[str]:
    """Return what a text gives away: forbidden words and telling lines.

    Args:
        text: a released file's text; for a notebook the sources of its cells.
        telling: squeezed lines.
    """
    found = [word for word in FORBIDDEN if word in text]
    squeezed = squeeze_all(text)
    return found + sorted(line for line in telling if line in squeezed)


def squeeze_all(text: str) -> str:
    """Squeeze every line of a text; lines stay apart."""
    return "\n".join(squeeze(line) for line in text.splitlines())


def leaks_in_release(released: NotebookNode, solved: NotebookNode, where: str) -> list[Problem]:
    """Search one released notebook.

    Args:
        released: the student's notebook.
        solved: the notebook it was made of.
        where: how messages name the released file.
    """
    telling = telling_lines(solved)
    mend = "say it another way in the public text, or keep it inside the markers"
    problems = []
    for cell in released.cells:
        text = cell.source + "\n" + "\n".join(str(output) for output in cell.get("outputs", []))
        for leak in leaks_in(text, telling):
            place = f"{where}, cell {cell['id']!r}"
            problems.append(Problem(place, "no_leak", f"shows {leak!r} of a solution or hidden test", mend))
    return problems
