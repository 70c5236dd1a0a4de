"""Formgrader on a class folder, as `gan-grade serve` opens it: from release to feedback, by its buttons."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import nbformat
import pytest
from nbgrader.api import Gradebook
from playwright.sync_api import Browser, Locator, Page, expect

from gan_grading.course import find_course
from gan_grading.term.begin import begin
from tests.gan_grading.pages import nbgrader

from .lab import TOKEN, jupyterlab

NAME = "00_start_here"
REPOSITORY = Path(__file__).parents[2]
AT_ONCE, SOON, GRADED = 30_000, 60_000, 240_000  # milliseconds on a busy machine
COMMENT = "Right idea, wrong sign: half of the points."


@dataclass
class Formgrader:
    """A browser on one class's formgrader.

    Attributes:
        page: the browser's page.
        url: of formgrader.
        folder: the class.
        exchange: nbgrader's.
    """

    page: Page
    url: str
    folder: Path
    exchange: Path

    def row(self, place: str, text: str) -> Locator:
        """Open one of formgrader's pages and return a row of its table."""
        self.page.goto(f"{self.url}/{place}?token={TOKEN}")
        row = self.page.locator("tr", has_text=text)
        expect(row).to_be_visible(timeout=SOON)
        return row

    def press(self, row: Locator, button: str, said: str, limit: int = SOON) -> None:
        """Press one button of a row; the window that opens then must say that it went well."""
        row.locator(f".{button} a").click(timeout=AT_ONCE)
        expect(self.page.locator(".modal")).to_contain_text(said, timeout=limit)


@pytest.fixture
def formgrader(tmp_path: Path, browser: Browser) -> Iterator[Formgrader]:
    """A class of one with an assignment of its own beside the course's, and an exchange."""
    folder = begin(tmp_path / "class", find_course(REPOSITORY), [NAME]).folder
    (folder / "roster.csv").write_text("id,first_name,last_name,email,lms_user_id\nada,Ada,Lovelace,,\n")
    own = folder / "own" / "solutions" / "20_mine"
    own.mkdir(parents=True)
    (own / "mine.py").write_text("# %%\n1 + 1\n")
    exchange = tmp_path / "exchange"
    exchange.mkdir()
    exchange.chmod(0o777)
    (tmp_path / "lab" / "config").mkdir(parents=True)
    settings = f"c = get_config()\nc.Exchange.root = {str(exchange)!r}\n"
    (tmp_path / "lab" / "config" / "nbgrader_config.py").write_text(settings)
    serve = [sys.executable, "-m", "gan_grading.cli", "serve", "--class", str(folder), "--"]
    with jupyterlab(folder, tmp_path / "lab", serve) as server:
        page = browser.new_page()
        yield Formgrader(page, f"{server.url}/formgrader", folder, exchange)
        page.close()


def submit(form: Formgrader, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ada hands in through the exchange: every answer right but one."""
    (released,) = (form.exchange / "gan_course" / "outbound" / NAME).glob("*.ipynb")
    notebook = nbformat.read(released, as_version=4)
    answers = {e.id: e.answer for e in find_course(REPOSITORY).assignment(NAME).exercises if e.id != "slope"}
    for cell in notebook.cells:
        cell.source = answers.get(cell["id"], cell.source)
    (folder / NAME).mkdir(parents=True)
    nbformat.write(notebook, folder / NAME / released.name)
    with monkeypatch.context() as student:
        student.setattr("nbgrader.exchange.default.submit.get_username", lambda: "ada")
        student.chdir(folder)
        root = f"--Exchange.root={form.exchange}"
        assert nbgrader(["submit", NAME, "--course=gan_course", root]) == 0


def correct(form: Formgrader) -> None:
    """Give points and a comment by hand, where the grader gave none."""
    with Gradebook(f"sqlite:///{form.folder / 'gradebook.db'}", "gan_course") as gradebook:
        (notebook,) = gradebook.find_submission(NAME, "ada").notebooks
    form.page.goto(f"{form.url}/submissions/{notebook.id}/?token={TOKEN}")
    for field, text in ((".score#test_slope", "2"), ("#slope-comment", COMMENT)):
        place = form.page.locator(field)
        expect(place).to_be_visible(timeout=SOON)
        place.fill(text)
        with form.page.expect_response(lambda answer: answer.request.method == "PUT", timeout=SOON) as saved:
            place.blur()
        assert saved.value.ok


def test_a_class_from_release_to_feedback(
    formgrader: Formgrader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = formgrader
    expect(form.row("", "20_mine").locator(".status")).to_have_text("draft")
    form.press(form.row("", NAME), "assign", "Successfully created the student version")
    form.press(form.row("", NAME), "release", "Successfully released")
    submit(form, tmp_path / "hub", monkeypatch)
    form.press(form.row("", NAME), "collect", "Successfully collected")

    submissions = f"manage_submissions/{NAME}"
    form.press(form.row(submissions, "Lovelace, Ada"), "autograde", "Successfully autograded", GRADED)
    expect(form.row(submissions, "Lovelace, Ada").locator(".score")).to_have_text("10 / 14", timeout=SOON)
    correct(form)
    expect(form.row(submissions, "Lovelace, Ada").locator(".score")).to_have_text("12 / 14", timeout=SOON)
    form.press(form.row(submissions, "Lovelace, Ada"), "autograde", "Successfully autograded", GRADED)
    expect(form.row(submissions, "Lovelace, Ada").locator(".score")).to_have_text("12 / 14", timeout=SOON)

    form.press(form.row("", NAME), "generate-feedback", "Successfully generated feedback")
    form.press(form.row("", NAME), "release-feedback", "Successfully released feedback")
    (page,) = (form.exchange / "gan_course" / "feedback").glob("*.html")
    assert COMMENT in page.read_text(encoding="utf-8")
    assert os.listdir(form.folder / "feedback") == ["ada"]
