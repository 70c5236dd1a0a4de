"""A student's answers, put into the released notebook."""

from __future__ import annotations

from pathlib import Path

from gan_course.shipped import find
from gan_course.work.begin import begin
from gan_course.work.notebook import Notebook, source, write_whole

RIGHT = "def distances(points, centre):\n    return (points - centre).pow(2).sum(dim=1).sqrt()\n"
WRONG = (
    "def slope(function, x):\n    leaf = x.clone().requires_grad_()\n"
    "    function(leaf).mean().backward()\n    return leaf.grad\n"
)


def begun(folder: Path, **answers: str) -> Path:
    """Begin assignment 00 in a folder and write answers into it."""
    return written(begin(find("0"), folder).notebook, **answers)


def written(path: Path, **answers: str) -> Path:
    """Write answers into a student's notebook."""
    notebook = Notebook.read(path)
    for exercise, text in answers.items():
        notebook.answers[exercise]["source"] = text
    write_whole(path, notebook.text().encode())
    return path


def answer_in(path: Path, exercise: str) -> str:
    return source(Notebook.read(path).answers[exercise])
