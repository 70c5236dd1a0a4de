"""The lessons as pages: the *released* notebooks, so that no solution can come in, for there is none in them.

Pictures are those of the solved notebook's stored run. Printed lines are left out: some of them answer the
questions at a lesson's end.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from gan_course.shipped import assignments

Cell = dict[str, Any]
HINT = re.compile(r"<details>.*?</details>", re.DOTALL)
FORMULA = re.compile(r"\$([^$]+)\$")


def write_lessons(root: Path, folder: Path) -> list[str]:
    """Write each released notebook as a page.

    Args:
        root: The repository.
        folder: Where to write them.

    Returns:
        The pages' names, in the course's order.
    """
    there = assignments(root / "course")
    for assignment in there:
        solved = root / "solutions" / assignment.name / assignment.notebook.name
        page = lesson(_read(assignment.notebook), _read(solved))
        (folder / f"{assignment.name}.ipynb").write_text(json.dumps(page), encoding="utf-8")
    return [assignment.name for assignment in there]


def lesson(released: Cell, solved: Cell) -> Cell:
    """Return a released notebook with the pictures of a solved one.

    Args:
        released: What students get.
        solved: The same notebook, run with right answers. Of it nothing is taken but pictures, and these only
            of cells that are the same in both.
    """
    run = {cell["id"]: cell for cell in solved["cells"]}
    for cell in released["cells"]:
        text = "".join(cell["source"])
        if cell["cell_type"] != "code":
            cell["source"] = HINT.sub(_formulas_for_mathjax, text)
            continue
        twin = run.get(cell["id"], {"source": "", "outputs": []})
        same = text == "".join(twin["source"]) and "nbgrader" not in cell["metadata"]
        cell["outputs"] = [shown for output in twin["outputs"] if same and (shown := _picture(output))]
    released["metadata"].pop("gan_course", None)  # the records of the checks: no page needs them
    return released


def _picture(output: Cell) -> Cell | None:
    """Return an output's picture and nothing else of it."""
    png = output.get("data", {}).get("image/png")
    return png and {"output_type": "display_data", "data": {"image/png": png}, "metadata": {}}


def _formulas_for_mathjax(hint: re.Match[str]) -> str:
    """Write formulas in raw HTML, which Sphinx does not read, as MathJax finds them on a page."""
    return FORMULA.sub(r"\\(\1\\)", hint[0])


def _read(path: Path) -> Cell:
    notebook: Cell = json.loads(path.read_text(encoding="utf-8"))
    return notebook
