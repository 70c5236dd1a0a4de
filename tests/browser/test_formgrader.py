"""Formgrader on a class folder, as `gan-grade serve` opens it: a submission is graded by the button."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import Browser, expect

from gan_grading.course import find_course
from gan_grading.term.begin import begin

from .lab import TOKEN, jupyterlab

NAME = "00_start_here"
REPOSITORY = Path(__file__).parents[2]


@pytest.fixture
def class_folder(tmp_path: Path) -> Path:
    """A class of one, whose submission has every answer right but one."""
    course = find_course(REPOSITORY)
    folder = begin(tmp_path / "class", course, [NAME]).folder
    with (folder / "roster.csv").open("a") as roster:
        roster.write("ada,Ada,Lovelace,,\n")
    generate = [sys.executable, "-m", "nbgrader", "generate_assignment", NAME]
    subprocess.run(generate, cwd=folder, check=True, capture_output=True)
    (released,) = (folder / "release" / NAME).glob("*.ipynb")
    notebook = nbformat.read(released, as_version=4)
    answers = {each.id: each.answer for each in course.assignment(NAME).exercises if each.id != "slope"}
    for cell in notebook.cells:
        cell.source = answers.get(cell["id"], cell.source)
    target = folder / "submitted" / "ada" / NAME
    target.mkdir(parents=True)
    nbformat.write(notebook, target / released.name)
    return folder


def test_the_button_grades_and_shows_the_score(class_folder: Path, browser: Browser, tmp_path: Path) -> None:
    serve = [sys.executable, "-m", "gan_grading.cli", "serve", "--class", str(class_folder), "--"]
    with jupyterlab(class_folder, tmp_path / "lab", serve) as server:
        page = browser.new_page()
        page.goto(f"{server.url}/formgrader/?token={TOKEN}")
        row = page.locator("tr", has_text=NAME)
        expect(row).to_be_visible(timeout=60_000)
        page.goto(f"{server.url}/formgrader/manage_submissions/{NAME}")
        student = page.locator("tr", has_text="Lovelace, Ada")
        student.locator(".autograde a").click(timeout=60_000)
        expect(page.locator(".modal")).to_contain_text("Successfully autograded", timeout=240_000)
        page.reload()
        expect(page.locator("tr", has_text="Lovelace, Ada").locator(".score")).to_have_text(
            "10 / 14", timeout=60_000
        )
        page.close()
