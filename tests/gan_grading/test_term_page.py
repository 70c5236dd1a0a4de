"""Every command of the page "A term with this course", run in its order on a class of three."""

from __future__ import annotations

import csv
import zipfile
from pathlib import Path

import nbformat
import pytest
from nbgrader.api import Gradebook

from gan_grading.course import find_course
from tests.gan_grading.pages import alone, nbgrader, run_page

REPOSITORY = Path(__file__).parents[2]
PAGE = REPOSITORY / "grading" / "docs" / "term.md"
NAME = "00_start_here"
# It does not end; tests/browser/test_formgrader.py runs it.
ELSEWHERE = {"gan-grade serve": lambda: None}


def handed_in(folder: Path) -> None:
    """Ada's two uploads, as Moodle and Canvas give them; Émile's notebook, with one mistake, on the hub."""
    assignment = find_course(REPOSITORY).assignment(NAME)
    notebook = nbformat.read(assignment.released, as_version=4)
    first = nbformat.writes(notebook)
    answers = {each.id: each.answer for each in assignment.exercises}
    for cell in notebook.cells:
        cell.source = answers.get(cell["id"], cell.source)
    second = nbformat.writes(notebook)
    (folder / "Downloads").mkdir()
    with zipfile.ZipFile(folder / "Downloads" / "moodle.zip", "w") as archive:
        for name, text, day in (("start.ipynb", first, 10), ("start (1).ipynb", second, 11)):
            member = f"Ada Lovelace_1042_assignsubmission_file/{name}"
            archive.writestr(zipfile.ZipInfo(member, (2026, 10, day, 9, 0, 0)), text)
    with zipfile.ZipFile(folder / "Downloads" / "canvas.zip", "w") as archive:
        archive.writestr("lovelaceada_77_3051_start-1.ipynb", second)
    (folder / "hub" / NAME).mkdir(parents=True)
    for cell in notebook.cells:
        cell.source = "slope = 3" if cell["id"] == "slope" else cell.source
    nbformat.write(notebook, folder / "hub" / NAME / "start.ipynb")


@pytest.mark.slow
def test_every_command_of_the_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    handed_in(tmp_path)
    (tmp_path / "exchange").mkdir()
    (tmp_path / "exchange").chmod(0o777)
    # What the page says that a hub has set.
    alone(tmp_path, monkeypatch, f"c = get_config()\nc.Exchange.root = {str(tmp_path / 'exchange')!r}\n")

    def submit() -> None:
        with monkeypatch.context() as student:
            student.setattr("nbgrader.exchange.default.submit.get_username", lambda: "emile")
            student.chdir(tmp_path / "hub")
            assert nbgrader(["submit", NAME, "--course=gan_course"]) == 0

    run_page(PAGE, lambda: capsys.readouterr().err, ELSEWHERE, {}, {"release_assignment": submit})
    check_what_came_of_it(tmp_path / "gan-2030", capsys.readouterr().out)


def check_what_came_of_it(folder: Path, told: str) -> None:
    """The page's promises, as far as files show them."""
    assert "emile may hand in 00_start_here until 2030-10-20 12:00 Europe/Paris" in told
    assert "00_start_here: repeatable_noise does not count any more" in told
    assert (folder.parent / "exchange" / "gan_course" / "outbound" / NAME / "start.ipynb").is_file()
    with (folder / "grades-moodle.csv").open(encoding="utf-8", newline="") as file:
        grades = {row["ID number"]: row[NAME] for row in csv.DictReader(file)}
    assert grades == {"ada": "14", "emile": "10", "grace": "-"}, "Grace has time until 2030"
    with zipfile.ZipFile(folder / "feedback.zip") as archive:
        assert archive.namelist() == ["Ada Lovelace_1042_assignsubmission_file/start.html"]
    assert len(list((folder.parent / "exchange" / "gan_course" / "feedback").glob("*.html"))) == 1
    with Gradebook(f"sqlite:///{folder / 'gradebook.db'}", "gan_course") as gradebook:
        emile = gradebook.find_submission(NAME, "emile")
        assert (emile.score, emile.max_score) == (8.0, 12.0)
        assert emile.extension is not None
    assert (folder.parent / "gan-2031" / "class.toml").is_file()
